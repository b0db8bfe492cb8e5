//! Which orders ring, and how urgently.

use crate::desk::state::AdminState;
use domain::{
    Timestamp,
    orders::{OrderId, OrderStatus},
};

/// How urgently an order waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It has just come.
    Fresh,
    /// It waits.
    Late,
    /// It waits for too long.
    Overdue,
}

impl Urgency {
    /// After so many seconds without an answer an order is late.
    const LATE: i64 = 120;
    /// After so many it is overdue.
    const OVERDUE: i64 = 300;

    /// That of an order that has waited for so many seconds.
    pub fn of(seconds: i64) -> Self {
        match seconds {
            Self::OVERDUE.. => Self::Overdue,
            Self::LATE.. => Self::Late,
            _ => Self::Fresh,
        }
    }

    /// What it is called in the page's styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Late => "late",
            Self::Overdue => "overdue",
        }
    }
}

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
        let waiting = state
            .orders()
            .filter(|order| order.status == OrderStatus::Placed && !silenced.contains(&order.id));
        let (mut orders, mut urgency) = (Vec::new(), Urgency::Fresh);
        for order in waiting {
            let seconds = (now.millis() - order.placed_at.millis()) / 1000;
            urgency = urgency.max(Urgency::of(seconds));
            orders.push(order.id);
        }
        (!orders.is_empty()).then_some(Self { orders, urgency })
    }

    /// Whether there is an order that did not ring before.
    pub(super) fn is_new_to(&self, before: &[OrderId]) -> bool {
        self.orders.iter().any(|order| !before.contains(order))
    }
}
