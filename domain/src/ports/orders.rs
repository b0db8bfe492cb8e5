//! The ports through which orders are kept, and kept within limits.

use crate::{
    Unavailable,
    orders::{
        ChangeError, HistoryEntry, NewOrder, Order, OrderChange, OrderId, OrdersSnapshot,
        PlaceError, Placed, TooManyOrders,
    },
    users::User,
};
use async_trait::async_trait;
use std::net::IpAddr;

/// Orders.
#[async_trait]
pub trait Orders: Send + Sync {
    /// Keeps the order that [`crate::orders::OrderBatch`] makes of it, and the
    /// event that tells of it, or neither.
    async fn place(&self, order: NewOrder, token: String) -> Result<Placed, PlaceError>;

    /// Keeps what [`OrderChange::decide`] makes of the order, its history, and the event
    /// that tells of it, or nothing of that.
    async fn change(&self, change: OrderChange, by: &User) -> Result<Order, ChangeError>;

    /// The order that was placed with that key.
    async fn placed_before(&self, request_id: &str) -> Result<Option<Order>, Unavailable>;

    /// The order of that token.
    async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable>;

    /// The order, and what was done about it, oldest first.
    async fn order_history(
        &self,
        order: OrderId,
    ) -> Result<Option<(Order, Vec<HistoryEntry>)>, Unavailable>;

    /// Up to `limit` orders of the same phone that are older than that order, newest first.
    async fn earlier_orders(&self, order: &Order, limit: u32) -> Result<Vec<Order>, Unavailable>;

    /// Up to `limit` orders with an identity below `before`, newest first.
    async fn orders_before(
        &self,
        before: Option<OrderId>,
        limit: u32,
    ) -> Result<Vec<Order>, Unavailable>;

    /// What the back office shows.
    async fn snapshot(&self) -> Result<OrdersSnapshot, Unavailable>;
}

/// Keeps one address from ordering without end.
pub trait OrderLimit: Send + Sync {
    /// Counts one more order from that address.
    ///
    /// # Errors
    /// Too many came from there; this one is not counted.
    fn admit(&self, from: IpAddr) -> Result<(), TooManyOrders>;
}
