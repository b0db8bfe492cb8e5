//! The stream of a program that has a key: what becomes of orders.

use delivery::{Audience, EncodedEvent, Subscription, async_trait};
use domain::events::EventKind;
use tokio_util::sync::DropGuard;

/// What a program is told that reads orders.
pub(crate) struct ProgramOrders {
    /// Whoever looks after the stream learns by it that the stream is gone.
    _open: DropGuard,
}

impl ProgramOrders {
    /// As it is counted.
    pub(crate) const NAME: &str = "program";

    pub(crate) fn new(open: DropGuard) -> Self {
        Self { _open: open }
    }
}

#[async_trait]
impl Subscription for ProgramOrders {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn hears(&self, event: &EncodedEvent) -> bool {
        let kinds = [EventKind::Order, EventKind::Change, EventKind::Finish];
        let is_of_orders = kinds.iter().any(|kind| kind.as_str() == event.name);
        is_of_orders && event.audience == Audience::Everyone
    }
}
