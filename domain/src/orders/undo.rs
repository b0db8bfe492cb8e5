//! Taking an order's last move back.

use super::{Handled, Moment, Order, OrderStatus, StatusReason};
use crate::Timestamp;
use serde::{Deserialize, Serialize};

/// For how many seconds the last move can be taken back.
pub const UNDO_SECONDS: u32 = 10;

/// What an order's last move is taken back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    status: OrderStatus,
    promised: Option<Moment>,
    reason: Option<StatusReason>,
    handled: Option<Handled>,
}

impl Undo {
    /// How the order stands, before it moves.
    pub(super) fn of(order: &Order) -> Self {
        Self {
            status: order.status,
            promised: order.promised.clone(),
            reason: order.reason.clone(),
            handled: order.handled.clone(),
        }
    }

    /// Lets the order stand as it did.
    pub(super) fn apply(self, order: &mut Order) {
        order.status = self.status;
        order.promised = self.promised;
        order.reason = self.reason;
        order.handled = self.handled;
    }
}

impl<Name> Order<Name> {
    /// Until when that user can take the order's last move back; `None` where it was made
    /// by somebody else, or can't be taken back.
    pub fn undo_until(&self, user: &str) -> Option<Timestamp> {
        let handled = self.handled.as_ref().filter(|_| self.can_undo)?;
        (handled.by == user).then(|| handled.at.plus_seconds(UNDO_SECONDS))
    }
}

/// An order as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptOrder {
    /// The order.
    pub order: Order,
    /// What its last move can be taken back to.
    pub undo: Option<Undo>,
}
