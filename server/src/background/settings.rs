//! Taking over settings that another process has changed.

use domain::shop::Shop;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// How often is looked. What this process changes, it takes over at once.
const EVERY: Duration = Duration::from_secs(15);

/// Takes over what was changed, for as long as the server runs.
pub(super) async fn take_over(shop: &Shop) {
    let mut beats = interval(EVERY);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beats.tick().await;
        // A store that does not answer has logged why; the settings stay as they are.
        let _ = shop.load_settings().await;
    }
}
