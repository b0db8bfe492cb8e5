//! The ports through which orders are kept, and kept within limits.

use crate::{
    Unavailable,
    orders::{
        ChangeError, CustomerCancel, HistoryEntry, HurryError, NewOrder, Order, OrderChange,
        OrderEdit, OrderId, OrdersSnapshot, PlaceError, Placed, TooManyOrders,
        search::{Days, FoundOrders, OrderQuery, OrderView, OrderViewId, ViewError},
    },
    users::{User, UserId},
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

    /// Keeps what [`OrderEdit::decide`] makes of the order, what that takes from the stock and
    /// gives back, its history, and the event that tells of it, or nothing of that.
    async fn edit(&self, edit: OrderEdit, by: &User) -> Result<Order, ChangeError>;

    /// Keeps what [`CustomerCancel::decide`] makes of the order, what that gives back to the
    /// stock, its history, and the event that tells of it, or nothing of that.
    async fn cancel(&self, cancel: CustomerCancel) -> Result<Order, ChangeError>;

    /// Keeps what [`OrderHurried::decide`](crate::orders::OrderHurried::decide) makes of the
    /// order of that token, and the event that tells of it, or nothing of that.
    async fn hurry(&self, token: String) -> Result<Order, HurryError>;

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

/// Finding orders among all that there ever were.
#[async_trait]
pub trait OrderSearch: Send + Sync {
    /// Up to `limit` of the orders that are asked for, all of one moment. `days` are those
    /// that the query's period has now.
    async fn find_orders(
        &self,
        query: &OrderQuery,
        days: &Days,
        limit: u32,
    ) -> Result<FoundOrders, Unavailable>;

    /// The identities of up to `limit` orders that are asked for, whatever the query's
    /// place, as they stand.
    async fn find_order_ids(
        &self,
        query: &OrderQuery,
        days: &Days,
        limit: u32,
    ) -> Result<Vec<OrderId>, Unavailable>;

    /// The orders of those identities, in that order; without those that there are not.
    async fn orders_of(&self, ids: &[OrderId]) -> Result<Vec<Order>, Unavailable>;
}

/// Filters of orders that users keep.
#[async_trait]
pub trait OrderViews: Send + Sync {
    /// The user's views, by name.
    async fn order_views(&self, user: UserId) -> Result<Vec<OrderView>, Unavailable>;

    /// Keeps a view of the user, if the name is free and there is room for one more.
    async fn keep_order_view(
        &self,
        user: UserId,
        name: String,
        fields: Vec<(String, String)>,
    ) -> Result<OrderViewId, ViewError>;

    /// Deletes a view of the user.
    async fn delete_order_view(&self, user: UserId, view: OrderViewId) -> Result<(), ViewError>;
}

/// Keeps one address, and one telephone number, from ordering without end.
pub trait OrderLimit: Send + Sync {
    /// Counts one more order from that address.
    ///
    /// # Errors
    /// Too many came from there; this one is not counted.
    fn admit(&self, from: IpAddr) -> Result<(), TooManyOrders>;

    /// Counts one more order with that telephone number, as orders keep it.
    ///
    /// # Errors
    /// Too many came with it; this one is not counted.
    fn admit_phone(&self, phone: &str) -> Result<(), TooManyOrders>;
}
