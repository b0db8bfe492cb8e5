//! Alerts to devices.

use super::{
    Kept,
    channels::{due, part, watched},
    devices::{device, user},
};
use domain::{
    channels::{AlertState, DeviceStage, DeviceTold, DueDeviceAlert, Stage},
    orders::{Order, OrderChange, OrderStatus},
    users::User,
};

/// Somebody accepts an order, and the log was read on.
async fn accept(kept: &Kept, order: &Order, by: &User) {
    let change = OrderChange::status(order.id, OrderStatus::Accepted, order.version);
    kept.store.change(change, by).await.unwrap();
    let from = kept.store.alerts_read().await.unwrap();
    let head = kept.log.head().await.unwrap();
    let read = part(from, head, Vec::new(), vec![order.id]);
    kept.store.watch_orders(read).await.unwrap();
}

async fn take(kept: &Kept) -> Vec<DueDeviceAlert> {
    kept.store.take_device_alerts(9, 30).await.unwrap()
}

/// The address of each device, and what it is told.
fn told(taken: &[DueDeviceAlert]) -> Vec<(&str, DeviceStage)> {
    let told = taken.iter();
    told.map(|alert| (&*alert.device.endpoint, alert.stage))
        .collect()
}

async fn settle(kept: &Kept, alert: &DueDeviceAlert, told: DeviceTold) {
    let settled = kept.store.settle_device_alert(alert.id, told);
    settled.await.unwrap();
}

pub(crate) async fn a_device_is_told_once_and_takes_back_what_it_has_shown(kept: &Kept) {
    kept.with_menu(None).await;
    let li = user(kept, "li", 1, 1).await;
    for endpoint in ["a", "b", "c"] {
        let added = kept.store.subscribe(device(&li, 1, endpoint)).await;
        added.unwrap();
    }
    let (order, watch) = watched(kept).await;
    for _ in 0..2 {
        let due = due(&watch, Stage::New);
        kept.store.queue_alerts(due).await.unwrap();
    }
    let mut taken = take(kept).await;
    taken.sort_by_key(|alert| alert.id);
    let new = DeviceStage::Waiting(Stage::New);
    assert_eq!(told(&taken), [("a", new), ("b", new), ("c", new)]);
    assert_eq!((&taken[0].owner, &taken[0].order), (&li, &order));
    assert_eq!(take(kept).await, []);
    let after = Some(5);
    settle(kept, &taken[0], DeviceTold::Taken).await;
    settle(kept, &taken[2], DeviceTold::Again { after }).await;
    let state = kept.store.devices_told().await.unwrap();
    let last = state.last.map(|(_, state)| state);
    assert_eq!((state.count, last), (3, Some(AlertState::Waiting)));
    accept(kept, &order, &li).await;
    // The third one was not shown, and the second one is on its way.
    kept.clock.pass(6);
    let answered = take(kept).await;
    assert_eq!(told(&answered), [("a", DeviceStage::Answered)]);
    settle(kept, &answered[0], DeviceTold::Taken).await;
    settle(kept, &taken[1], DeviceTold::Taken).await;
    let answered = take(kept).await;
    assert_eq!(told(&answered), [("b", DeviceStage::Answered)]);
    settle(kept, &answered[0], DeviceTold::Never).await;
    assert_eq!(kept.store.next_device_alert().await, Ok(None));
}
