//! Placing orders, moving them on, and reading them.

mod customer;

use super::{ReadError, Shop};
use crate::{
    Timestamp, Unavailable,
    form_guard::FormGuard,
    orders::{
        ChangeError, HistoryEntry, NewOrder, Order, OrderChange, OrderDraft, OrderEdit, OrderId,
        OrdersSnapshot, PlaceError, Placed, Step, TakeError,
    },
    policy::{Action, Actor, Forbidden},
    settings::WishOf,
    users::User,
    validation::Reason,
};
use std::net::IpAddr;

impl Shop {
    /// Places an order; the same `request_id` again gives the same order.
    ///
    /// # Errors
    /// What is wrong with the draft, field by field, or that too many come from
    /// that address, or that the store did not take it; nothing was kept then.
    pub async fn place(
        &self,
        draft: &OrderDraft,
        from: Option<IpAddr>,
    ) -> Result<Placed, PlaceError> {
        let mut order = NewOrder::parse(draft)?;
        match self.admit(&order, &draft.wanted, from) {
            Ok(wanted_at) => order.wanted_at = wanted_at,
            Err(refusal) => {
                // Who asks again because the answer was lost orders nothing more.
                let before = self.store.placed_before(&order.request_id).await?;
                return before.map(Placed::Before).ok_or(refusal);
            }
        }
        self.store.place(order, self.secrets.token()).await
    }

    /// Whether an order is taken at this moment; and when it is wanted.
    fn admit(
        &self,
        order: &NewOrder,
        wanted: &str,
        from: Option<IpAddr>,
    ) -> Result<Option<Timestamp>, PlaceError> {
        let (settings, clock, now) = (self.settings(), &*self.clock, self.clock.now());
        settings.check_order(clock, now)?;
        let wanted_at = settings.agree(&order.handover, wanted, WishOf::Customer, clock, now)?;
        from.map_or(Ok(()), |from| self.limits.orders.admit(from))?;
        self.limits.orders.admit_phone(&order.customer.phone)?;
        Ok(wanted_at)
    }

    /// Whether a form was filled in as people do it, for as long as it was open; asked of
    /// forms that are open to everybody.
    ///
    /// # Errors
    /// See [`FormGuard::check`].
    pub fn check_form(&self, guard: FormGuard) -> Result<(), Reason> {
        guard.check(self.min_form)
    }

    /// Takes an order at the counter or by phone; the same `request_id` again gives the same
    /// order. Whoever takes it knows whether the shop is open. One who gives no name is
    /// `unnamed`.
    ///
    /// # Errors
    /// See [`TakeError`]; nothing was kept then.
    pub async fn take_order(
        &self,
        draft: &OrderDraft,
        unnamed: &str,
        by: &User,
    ) -> Result<Placed, TakeError> {
        Actor::from(by).check(Action::TakeOrders)?;
        let mut order = NewOrder::parse_taken(draft, unnamed, by).map_err(PlaceError::from)?;
        let (settings, clock, now) = (self.settings(), &*self.clock, self.clock.now());
        let agreed = settings.agree(&order.handover, &draft.wanted, WishOf::Staff, clock, now);
        match agreed {
            Ok(wanted_at) => order.wanted_at = wanted_at,
            Err(faults) => {
                let before = self.store.placed_before(&order.request_id).await;
                let before = before.map_err(PlaceError::from)?.map(Placed::Before);
                return before.ok_or(PlaceError::from(faults).into());
            }
        }
        let placed = self.store.place(order, self.secrets.token()).await;
        Ok(placed?)
    }

    /// Changes the lines and the note of an order that nobody has answered yet.
    ///
    /// # Errors
    /// See [`ChangeError`].
    pub async fn edit_order(&self, edit: OrderEdit, by: &User) -> Result<Order, ChangeError> {
        Actor::from(by).check(Action::ChangeOrders)?;
        self.store.edit(edit, by).await
    }

    /// Moves an order on, or notes something of it, unless somebody else has changed it
    /// meanwhile.
    ///
    /// # Errors
    /// See [`ChangeError`].
    pub async fn change(&self, change: OrderChange, by: &User) -> Result<Order, ChangeError> {
        let action = match change.step {
            Step::Move(_) | Step::Undo | Step::Pay(_) => Action::ChangeOrders,
            Step::Refund(_) => Action::Refund,
        };
        Actor::from(by).check(action)?;
        self.store.change(change, by).await
    }

    /// An order, and what was done about it, oldest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn order_history(
        &self,
        order: OrderId,
        by: &User,
    ) -> Result<Option<(Order, Vec<HistoryEntry>)>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.order_history(order).await?)
    }

    /// Notes that a page of the caller has an order open; it is believed for some seconds.
    ///
    /// # Errors
    /// The caller may not see orders.
    pub fn look_at(&self, order: OrderId, page: String, by: &User) -> Result<(), Forbidden> {
        Actor::from(by).check(Action::ReadOrders)?;
        self.viewers.note(order, page, by, self.clock.now());
        Ok(())
    }

    /// Notes that a page of the caller has its order open no more.
    pub fn look_away(&self, page: String, by: &User) {
        self.viewers.forget(page, by);
    }

    /// The names of all others who have an order open, as their pages said to this process.
    ///
    /// # Errors
    /// The caller may not see orders.
    pub fn others_at(&self, order: OrderId, by: &User) -> Result<Vec<String>, Forbidden> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.viewers.others(order, by, self.clock.now()))
    }

    /// What a customer ordered before that order, newest first: known by the phone.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn earlier_orders(
        &self,
        order: &Order,
        limit: u32,
        by: &User,
    ) -> Result<Vec<Order>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.earlier_orders(order, limit).await?)
    }

    /// What the back office shows.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn orders_snapshot(&self, by: &User) -> Result<OrdersSnapshot, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.snapshot().await?)
    }

    /// Up to `limit` orders with an identity below `before`, newest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn orders_before(
        &self,
        before: Option<OrderId>,
        limit: u32,
        by: Actor,
    ) -> Result<Vec<Order>, ReadError> {
        by.check(Action::ReadOrders)?;
        Ok(self.store.orders_before(before, limit).await?)
    }

    /// The order of that token, as its customer sees it.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable> {
        let order = self.store.order(token).await?;
        Ok(order.map(Order::for_customer))
    }
}
