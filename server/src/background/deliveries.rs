//! Saving who got which message.

use crate::subscriptions::DeliveryTracker;
use domain::ports::Store;
use std::time::Duration;
use tokio::time::sleep;

/// The least time between two savings.
const PAUSE: Duration = Duration::from_secs(1);

/// Saves what was noted.
pub(super) async fn save(store: &dyn Store, deliveries: &DeliveryTracker) {
    loop {
        deliveries.noted().await;
        while deliveries.save(store).await.is_err() {
            tracing::warn!("which messages were got is not saved; it is tried again");
            sleep(PAUSE).await;
        }
        sleep(PAUSE).await;
    }
}
