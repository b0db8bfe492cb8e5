//! Every customer's stream: that the menu or the opening of the shop is another.

use delivery::{EncodedEvent, Subscription, TopicId, async_trait};
use domain::events::SHOP_FRONT;

/// What whoever looks at the menu is told.
pub(crate) struct ShopFrontNews;

impl ShopFrontNews {
    /// As it is counted.
    pub(crate) const NAME: &str = "menu";
}

#[async_trait]
impl Subscription for ShopFrontNews {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn topic(&self) -> Option<TopicId> {
        Some(SHOP_FRONT)
    }

    fn is_told_from_the_beginning(&self) -> bool {
        // What the menu was before is of no use to anybody.
        false
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        true
    }
}
