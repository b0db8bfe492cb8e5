//! The port through which customers and the shop speak of an order.

use crate::{
    Unavailable,
    orders::{CustomerNote, NewNote, NoteError, OrderId, RateError, Rating},
    users::User,
};
use async_trait::async_trait;

/// What customers say of orders, and what the shop says to them.
#[async_trait]
pub trait CustomerOrders: Send + Sync {
    /// Keeps how a customer found the finished order of that token, and the event that tells of
    /// it, or neither. The first word stays.
    async fn rate(&self, token: String, rating: Rating) -> Result<(), RateError>;

    /// How customers found those of the orders of which they said it.
    async fn ratings(&self, orders: &[OrderId]) -> Result<Vec<(OrderId, Rating)>, Unavailable>;

    /// Keeps what `by` writes to the customer of an order that is not over, and the event that
    /// tells of it, or neither. A note whose key `by` has used is kept already, if it is the
    /// same.
    async fn write_to_customer(
        &self,
        order: OrderId,
        note: NewNote,
        by: &User,
    ) -> Result<(), NoteError>;

    /// What the shop wrote to the customer of an order, oldest first.
    async fn customer_notes(&self, order: OrderId) -> Result<Vec<CustomerNote>, Unavailable>;

    /// The identity of the order of that token.
    async fn order_id(&self, token: &str) -> Result<Option<OrderId>, Unavailable>;

    /// The token of the newest order of that number and phone on one of those days.
    async fn find_token(
        &self,
        number: u32,
        phone: &str,
        days: [&str; 2],
    ) -> Result<Option<String>, Unavailable>;
}
