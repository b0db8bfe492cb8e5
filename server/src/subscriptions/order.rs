//! A customer's stream: the progress of one order.

use delivery::{EncodedEvent, Subscription, TopicId, async_trait};
use domain::orders::OrderId;

/// What whoever follows an order is told.
pub(crate) struct OrderProgress(pub(crate) OrderId);

impl OrderProgress {
    /// As it is counted.
    pub(crate) const NAME: &str = "order";

    /// The part of the log that is about an order.
    pub(crate) fn topic(order: OrderId) -> TopicId {
        TopicId(order.0)
    }
}

#[async_trait]
impl Subscription for OrderProgress {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn topic(&self) -> Option<TopicId> {
        Some(Self::topic(self.0))
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        true
    }
}
