//! Taking personal data out of old orders, a little at a time.

use delivery::Hub;
use domain::shop::Shop;
use std::time::Duration;
use tokio::time::sleep;

/// How long after the shop's limit the data of an order may still be there.
const PAUSE: Duration = Duration::from_secs(60);

/// Takes names, phones and notes out of the orders that are older than the shop keeps
/// them, as long as the server runs. Orders that wait for the writer come between one
/// batch and the next.
pub(super) async fn forget(shop: &Shop, hub: &Hub) {
    loop {
        if let Some(days) = shop.settings().personal_days {
            match shop.store.forget_customers(days).await {
                Ok(forgotten) => {
                    hub.forget(forgotten.until);
                    if forgotten.more {
                        continue;
                    }
                }
                Err(_) => {
                    tracing::warn!("personal data of old orders is still there; it is tried again");
                }
            }
        }
        sleep(PAUSE).await;
    }
}
