//! Which orders ring, and how urgently.

use crate::desk::{state::AdminState, urgency::Urgency};
use domain::{Timestamp, orders::OrderId};

/// What rings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ring {
    /// The orders that nobody has answered, newest first.
    pub(super) orders: Vec<OrderId>,
    /// How urgently the oldest of them waits.
    pub(super) urgency: Urgency,
}

impl Ring {
    /// What rings now, without what was silenced; `None` where nothing does.
    pub(super) fn of(state: &AdminState, silenced: &[OrderId], now: Timestamp) -> Option<Self> {
        let (mut orders, mut urgency) = (Vec::new(), Urgency::Fresh);
        for order in state.orders() {
            if let Some(waits) = state.urgency.of(order.status, order.placed_at, now)
                && !silenced.contains(&order.id)
            {
                urgency = urgency.max(waits);
                orders.push(order.id);
            }
        }
        (!orders.is_empty()).then_some(Self { orders, urgency })
    }

    /// Whether there is an order that did not ring before.
    pub(super) fn is_new_to(&self, before: &[OrderId]) -> bool {
        self.orders.iter().any(|order| !before.contains(order))
    }
}
