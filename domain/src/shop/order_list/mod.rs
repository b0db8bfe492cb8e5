//! The list of all orders: finding them, what is done to several, taking them home.

mod views;

use super::{ReadError, Shop};
use crate::{
    audit::{AuditAction, Author, NewAuditEntry},
    orders::{
        ChangeError, Order, OrderId, OrderStatus,
        search::{BulkAnswer, FoundOrders, OrderQuery, RefusedChange, Tick},
    },
    policy::{Action, Actor},
    users::User,
};

/// The most orders of one table: a year of a shop has fewer, and their identities take
/// eight bytes each.
const MOST_EXPORTED: u32 = 1_000_000;

impl Shop {
    /// Up to `limit` of the orders that are asked for.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn find_orders(
        &self,
        query: &OrderQuery,
        limit: u32,
        by: &User,
    ) -> Result<FoundOrders, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        let days = query.filter.period.days(&*self.clock);
        Ok(self.store.find_orders(query, &days, limit).await?)
    }

    /// The orders of those identities, in that order; without those that there are not.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn orders_of(&self, ids: &[OrderId], by: &User) -> Result<Vec<Order>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.orders_of(ids).await?)
    }

    /// Moves orders on, each by itself: where somebody else was faster with one of them, the
    /// others go on.
    ///
    /// # Errors
    /// Nothing was changed: the caller may not, or the store did not answer.
    pub async fn change_each(
        &self,
        ticks: &[Tick],
        to: OrderStatus,
        by: &User,
    ) -> Result<BulkAnswer, ReadError> {
        Actor::from(by).check(Action::ChangeOrders)?;
        let ids: Vec<_> = ticks.iter().map(|tick| tick.order).collect();
        // Whoever is told of one knows it by its number.
        let known = self.store.orders_of(&ids).await?;
        let mut answer = BulkAnswer {
            done: Vec::new(),
            refused: Vec::new(),
        };
        for tick in ticks {
            match self.change(tick.change(to), by).await {
                Ok(_) => answer.done.push(tick.order),
                Err(ChangeError::Forbidden(error)) => return Err(error.into()),
                Err(why) => {
                    let order = known.iter().find(|order| order.id == tick.order);
                    let number = order.map(|order| (order.number, order.day.clone()));
                    answer.refused.push(RefusedChange { number, why });
                }
            }
        }
        Ok(answer)
    }

    /// The identities of all orders that are asked for, to take them home: that is noted,
    /// before anything leaves.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn export_orders(
        &self,
        query: &OrderQuery,
        by: &User,
    ) -> Result<Vec<OrderId>, ReadError> {
        Actor::from(by).check(Action::ExportOrders)?;
        let days = query.filter.period.days(&*self.clock);
        let found = self.store.find_order_ids(query, &days, MOST_EXPORTED);
        let found = found.await?;
        let entry = NewAuditEntry {
            by: Author::User(by.id),
            action: AuditAction::OrdersExported,
            subject: query.told(),
            detail: found.len().to_string(),
        };
        self.store.note(entry).await?;
        Ok(found)
    }
}
