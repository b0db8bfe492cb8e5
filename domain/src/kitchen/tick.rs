//! Ticking off what is made.

use super::TickError;
use crate::{
    Timestamp,
    orders::{Handled, OrderId, OrderStatus},
};
use serde::{Deserialize, Serialize};

/// A wish to tick a line of an order off, or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineTick {
    /// Which order.
    pub order: OrderId,
    /// The line's place in it, from 0.
    pub line: u32,
    /// Whether it is made.
    pub done: bool,
}

/// A line of an order, as it is when somebody wants to tick it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownLine {
    /// The status of the order.
    pub status: OrderStatus,
    /// Who gave it that, and when.
    pub handled: Option<Handled>,
    /// Whether the line is ticked off.
    pub is_done: bool,
}

/// A line of an order was ticked off, or back; data of `line`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTicked {
    /// Which order.
    pub order: OrderId,
    /// The line's place in it, from 0.
    pub line: u32,
    /// Whether it is made.
    pub done: bool,
    /// Who ticked it.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl LineTick {
    /// Whether something has to be kept for it. Of two who tick the same both are right.
    ///
    /// # Errors
    /// [`TickError::NotInKitchen`]: nothing may change there.
    pub fn decide(&self, known: KnownLine) -> Result<bool, TickError> {
        if known.is_done == self.done {
            return Ok(false);
        }
        match known.status {
            OrderStatus::Accepted | OrderStatus::Preparing => Ok(true),
            status => Err(TickError::NotInKitchen {
                status,
                handled: known.handled,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(status: OrderStatus, is_done: bool, done: bool) -> Result<bool, TickError> {
        let tick = LineTick {
            order: OrderId(1),
            line: 0,
            done,
        };
        tick.decide(KnownLine {
            status,
            handled: None,
            is_done,
        })
    }

    #[test]
    fn a_line_is_ticked_once_and_back() {
        use OrderStatus::{Accepted, Preparing};
        assert_eq!(decide(Accepted, false, true), Ok(true));
        assert_eq!(decide(Preparing, true, false), Ok(true));
        assert_eq!(decide(Preparing, true, true), Ok(false));
    }

    #[test]
    fn an_order_that_has_left_the_kitchen_is_left_alone() {
        for status in [
            OrderStatus::Placed,
            OrderStatus::Ready,
            OrderStatus::Cancelled,
        ] {
            let expected = TickError::NotInKitchen {
                status,
                handled: None,
            };
            assert_eq!(decide(status, true, false), Err(expected));
            // Whoever was second is told nothing of it.
            assert_eq!(decide(status, true, true), Ok(false));
        }
    }
}
