//! How many orders are where.

use domain::orders::{Order, OrderStatus};

/// How many orders are in which part of their lives.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has answered them.
    pub waiting: usize,
    /// The shop works on them.
    pub open: usize,
    /// The customers have them.
    pub finished: usize,
}

impl Counts {
    /// Those of these orders.
    pub(super) fn of(orders: &[Order]) -> Self {
        let mut counts = Self::default();
        for order in orders {
            match order.status {
                OrderStatus::Placed => counts.waiting += 1,
                OrderStatus::Accepted | OrderStatus::Preparing | OrderStatus::Ready => {
                    counts.open += 1;
                }
                OrderStatus::Finished => counts.finished += 1,
                OrderStatus::Rejected | OrderStatus::Cancelled => {}
            }
        }
        counts
    }
}
