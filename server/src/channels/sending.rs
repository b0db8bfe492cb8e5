//! Sends what is due, and notes what came back.

use app::channels::{alert_message, device_message};
use domain::{
    Unavailable,
    channels::{DeviceTold, DueAlert, DueDeviceAlert},
    shop::Shop,
};
use std::time::Duration;
use tokio::time::sleep;

/// How often it is tried to note what came back, and how long is waited between.
const NOTES: u32 = 5;
const PAUSE: Duration = Duration::from_secs(1);

/// Sends an alert by its channel.
pub(super) async fn send(shop: Shop, alert: DueAlert) {
    let id = alert.id;
    let to = alert.channel.fields.destination.clone();
    let message = alert_message(&shop, alert);
    let answer = shop.send_alert(&to, &message).await;
    note(|| shop.store.settle_alert(id, answer.clone())).await;
}

/// Sends an alert to a device.
pub(super) async fn send_to_device(shop: Shop, alert: DueDeviceAlert) {
    let told = match device_message(&alert) {
        Some(message) => shop.tell_device_of_order(&alert, &message).await,
        None => DeviceTold::Never,
    };
    note(|| shop.store.settle_device_alert(alert.id, told)).await;
}

/// Notes what came back. While it can't be noted, others wait for nothing.
async fn note<Noted>(settle: impl Fn() -> Noted)
where
    Noted: Future<Output = Result<(), Unavailable>>,
{
    for _ in 0..NOTES {
        if settle().await.is_ok() {
            return;
        }
        sleep(PAUSE).await;
    }
    tracing::warn!("what became of an alert was not noted; it may be sent twice");
}
