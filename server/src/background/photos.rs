//! Removing the files of photos that no dish has any more.

use domain::shop::Shop;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often is looked, the first time at once.
const EVERY: Duration = Duration::from_secs(3600);

/// Removes them, for as long as the server runs.
pub(super) async fn remove_unused(shop: &Shop) {
    let mut beats = interval(EVERY);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        // What could not be removed has been logged, and is looked at again.
        if let Ok(files @ 1..) = shop.remove_unused_photos().await {
            tracing::info!(files, "files of photos were removed that no dish has");
        }
    }
}
