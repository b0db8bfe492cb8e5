//! What all parts of the page are drawn with.

use super::address::KitchenView;
use domain::Timestamp;

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
