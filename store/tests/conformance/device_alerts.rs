//! Alerts to devices.

use super::{
    Kept,
    channels::{due, part, watched},
    devices::{device, user},
};
use domain::{
    channels::{
        AlertState, Cause, DeviceStage, DeviceTold, DueDeviceAlert, Hurried, LogPart, Stage,
    },
    orders::{Order, OrderChange, OrderStatus},
    users::User,
};

/// Somebody accepts an order, and the log was read on.
async fn accept(kept: &Kept, order: &Order, by: &User) {
    go_on(kept, order, OrderStatus::Accepted, order.version, by).await;
}

/// Somebody moves an order of that version on, and the log was read on.
async fn go_on(kept: &Kept, order: &Order, to: OrderStatus, version: u32, by: &User) {
    let change = OrderChange::status(order.id, to, version);
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
    let new = DeviceStage::Due(Cause::Waiting(Stage::New));
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

/// The customer of the order asks where it stays, and the log was read on.
async fn hurry(kept: &Kept) -> Cause {
    let hurried = kept.store.hurry("token".to_owned()).await.unwrap();
    let at = hurried.hurried.unwrap().at;
    let from = kept.store.alerts_read().await.unwrap();
    let head = kept.log.head().await.unwrap();
    let asked = Hurried {
        order: hurried.id,
        at,
        notice_at: at.plus_seconds(60),
    };
    let read = LogPart {
        hurried: vec![asked],
        ..part(from, head, Vec::new(), Vec::new())
    };
    kept.store.watch_orders(read).await.unwrap();
    Cause::Hurried(at)
}

pub(crate) async fn a_question_is_told_on_what_was_taken_back_until_the_order_goes_on(kept: &Kept) {
    kept.with_menu(None).await;
    let li = user(kept, "li", 1, 1).await;
    kept.store.subscribe(device(&li, 1, "a")).await.unwrap();
    let (order, watch) = watched(kept).await;
    kept.store
        .queue_alerts(due(&watch, Stage::New))
        .await
        .unwrap();
    settle(kept, &take(kept).await[0], DeviceTold::Taken).await;
    accept(kept, &order, &li).await;
    let answered = take(kept).await;
    assert_eq!(told(&answered), [("a", DeviceStage::Answered)]);
    settle(kept, &answered[0], DeviceTold::Taken).await;
    kept.clock.pass(16 * 60);
    let asked = hurry(kept).await;
    assert_eq!(take(kept).await, []);
    kept.clock.pass(61);
    let taken = take(kept).await;
    assert_eq!(told(&taken), [("a", DeviceStage::Due(asked))]);
    settle(kept, &taken[0], DeviceTold::Taken).await;
    assert_eq!(kept.store.next_device_alert().await, Ok(None));
    go_on(kept, &order, OrderStatus::Preparing, 2, &li).await;
    let answered = take(kept).await;
    assert_eq!(told(&answered), [("a", DeviceStage::Answered)]);
    settle(kept, &answered[0], DeviceTold::Taken).await;
    // Of what goes on before it is told nothing is.
    kept.clock.pass(16 * 60);
    hurry(kept).await;
    let change = OrderChange::status(order.id, OrderStatus::Ready, 3);
    kept.store.change(change, &li).await.unwrap();
    kept.clock.pass(61);
    assert_eq!(take(kept).await, []);
}
