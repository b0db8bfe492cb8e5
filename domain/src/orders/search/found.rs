//! What was found.

use crate::orders::{Order, OrderId};

/// Newer orders are counted up to here.
pub const MOST_COUNTED_ORDERS: u32 = 100;

/// One page of the orders that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundOrders {
    /// The orders, as they stand.
    pub orders: Vec<Order>,
    /// The newest order that could have been among them: whoever asks again with it finds
    /// the same orders in the same places.
    pub until: OrderId,
    /// How many newer ones the filter lets through, up to [`MOST_COUNTED_ORDERS`].
    pub newer: u32,
    /// Whether some stand before these.
    pub has_before: bool,
    /// Whether some stand after these.
    pub has_after: bool,
}
