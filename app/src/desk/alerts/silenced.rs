//! The orders that shall not ring any more on this device. A new one rings again.

use domain::orders::OrderId;
use leptos::prelude::window;

pub(super) const KEY: &str = "orderbell.silenced";
/// More than ever wait at once.
const MOST: usize = 500;

/// Those that were silenced, in whichever page of the browser.
pub(super) fn recall() -> Vec<OrderId> {
    let storage = window().local_storage().ok().flatten();
    let stored = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
    let stored = stored.unwrap_or_default();
    let ids = stored.split(' ').filter_map(|id| id.parse().ok());
    ids.map(OrderId).collect()
}

/// Silences orders.
pub(super) fn add(orders: &[OrderId]) {
    let mut all = recall();
    all.extend(orders);
    let last = all.len().saturating_sub(MOST);
    let texts: Vec<_> = all[last..].iter().map(|id| id.0.to_string()).collect();
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or forbidden storage only means that they ring in the other pages.
        let _ = storage.set_item(KEY, &texts.join(" "));
    }
}
