//! What all parts of the page are drawn with.

use super::address::KitchenView;
use crate::words;
use domain::{Timestamp, kitchen::KitchenOrder, language::Language};
use leptos::prelude::*;

/// What all parts of the page are drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Drawing {
    /// What of the kitchen is shown.
    pub shown: KitchenView,
    /// Whether whoever looks may tick.
    pub may_tick: bool,
    /// When.
    pub now: Timestamp,
}

impl Drawing {
    /// When an order was placed, and how long ago that is.
    pub(super) fn age(self, language: Language, order: &KitchenOrder) -> impl IntoView + use<> {
        let minutes = order.placed_at.minutes_until(self.now);
        view! {
            <time class="row__note" datetime=order.placed_at.rfc3339()>
                {words::age(language, minutes)}
            </time>
        }
    }
}
