//! Forgetting what customers have put together and never ordered.

use domain::shop::Shop;
use std::time::Duration;
use tokio::time::sleep;

/// How long after its time a cart may still be there.
const PAUSE: Duration = Duration::from_secs(3600);

/// Forgets old carts, as long as the server runs.
pub(super) async fn drop_old(shop: &Shop) {
    loop {
        if shop.drop_old_carts().await.is_err() {
            tracing::warn!("old carts are still there; it is tried again");
        }
        sleep(PAUSE).await;
    }
}
