//! Finding orders among all that there ever were, and the filters that users keep.

mod find;
mod index;
mod span;
mod views;

pub(crate) use index::{add, follow};

use super::rows;
use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{
    Unavailable,
    orders::{
        Order, OrderId,
        search::{Days, FoundOrders, MOST_COUNTED_ORDERS, OrderQuery, Place},
    },
    ports::OrderSearch,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

#[async_trait]
impl OrderSearch for SqliteStore {
    async fn find_orders(
        &self,
        query: &OrderQuery,
        days: &Days,
        limit: u32,
    ) -> Result<FoundOrders, Unavailable> {
        let failed = failed("find orders");
        // One transaction, so that all of it is of one moment.
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let found = find(self, &mut db, query, days, limit).await;
        found.map_err(&failed)
    }

    async fn find_order_ids(
        &self,
        query: &OrderQuery,
        days: &Days,
        limit: u32,
    ) -> Result<Vec<OrderId>, Unavailable> {
        let failed = failed("find all orders that match");
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let query = OrderQuery {
            place: Place::Start,
            ..query.clone()
        };
        let ids = async {
            let until = until(&mut db, &query).await?;
            let span = span::of(&mut db, &query, days, until).await?;
            find::ids(&mut db, &query, &span, limit).await
        };
        let ids = ids.await.map_err(&failed)?;
        Ok(ids.into_iter().map(OrderId).collect())
    }

    async fn orders_of(&self, ids: &[OrderId]) -> Result<Vec<Order>, Unavailable> {
        let failed = failed("read some orders");
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
        load(self, &mut db, &ids).await.map_err(&failed)
    }
}

async fn find(
    store: &SqliteStore,
    db: &mut SqliteConnection,
    query: &OrderQuery,
    days: &Days,
    limit: u32,
) -> Result<FoundOrders, sqlx::Error> {
    let until = until(db, query).await?;
    let span = span::of(db, query, days, until).await?;
    // One more says whether there are more.
    let mut ids = find::ids(db, query, &span, limit.saturating_add(1)).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let has_more = ids.len() > limit;
    ids.truncate(limit);
    let (has_before, has_after) = match query.place {
        Place::Start => (false, has_more),
        Place::After(_) => (true, has_more),
        Place::Before(_) => {
            // They were found from their end on.
            ids.reverse();
            (has_more, true)
        }
    };
    Ok(FoundOrders {
        orders: load(store, db, &ids).await?,
        until: OrderId(until),
        newer: find::newer(db, query, days, until, MOST_COUNTED_ORDERS).await?,
        has_before,
        has_after,
    })
}

/// The newest order that may be found.
async fn until(db: &mut SqliteConnection, query: &OrderQuery) -> Result<i64, sqlx::Error> {
    match query.until {
        Some(until) => Ok(until.0),
        None => {
            let newest = sqlx::query_scalar!(r#"select max(id) as "id: i64" from orders"#);
            Ok(newest.fetch_one(db).await?.unwrap_or_default())
        }
    }
}

/// The orders of those identities, in that order.
async fn load(
    store: &SqliteStore,
    db: &mut SqliteConnection,
    ids: &[i64],
) -> Result<Vec<Order>, sqlx::Error> {
    let orders = rows::load(db, &*store.clock, ids).await?;
    let orders = orders.into_iter().map(|order| (order.id.0, order));
    let mut orders: HashMap<_, _> = orders.collect();
    Ok(ids.iter().filter_map(|id| orders.remove(id)).collect())
}
