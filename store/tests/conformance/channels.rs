//! Channels, and the alerts that leave by them.

use super::{Kept, new_order};
use delivery::Seq;
use domain::{
    channels::{
        AlertState, Answer, Cause, Channel, ChannelChange, ChannelError, ChannelFields,
        ChannelKind, Destination, Due, LogPart, Said, Stage, Watch,
    },
    orders::{Order, OrderChange, OrderId, OrderStatus},
    users::User,
};

/// An order is new.
const NEW: Cause = Cause::Waiting(Stage::New);

fn fields(name: &str) -> ChannelFields {
    ChannelFields {
        name: name.to_owned(),
        destination: Destination {
            kind: ChannelKind::Webhook,
            address: "https://a.example/x".to_owned(),
            account: String::new(),
            sender: String::new(),
            target: String::new(),
            secret: "secret".to_owned(),
        },
    }
}

async fn add(kept: &Kept, name: &str, by: &User) -> Channel {
    let added = kept
        .store
        .change_channel(ChannelChange::Add(fields(name)), by);
    let id = added.await.unwrap();
    let channels = kept.store.channels().await.unwrap();
    channels
        .into_iter()
        .find(|channel| channel.id == id)
        .unwrap()
}

pub(super) fn part(from: Seq, until: Seq, placed: Vec<Watch>, answered: Vec<OrderId>) -> LogPart {
    LogPart {
        from,
        until,
        placed,
        answered,
        hurried: Vec::new(),
    }
}

/// Places an order, and watches it.
pub(super) async fn watched(kept: &Kept) -> (Order, Watch) {
    let placed = kept.store.place(new_order(1, 1), "token".to_owned()).await;
    let order = placed.unwrap().into_order();
    let watch = Watch {
        order: order.id,
        placed_at: order.placed_at,
        notice_at: order.placed_at,
        passed: None,
    };
    let from = kept.store.alerts_read().await.unwrap();
    let head = kept.log.head().await.unwrap();
    let read = part(from, head, vec![watch.clone()], Vec::new());
    kept.store.watch_orders(read).await.unwrap();
    (order, watch)
}

pub(super) fn due(watch: &Watch, stage: Stage) -> Vec<(Watch, Due)> {
    let next = Some(watch.placed_at.plus_seconds(600));
    let due = Due {
        stage: Some(stage),
        next,
    };
    vec![(watch.clone(), due)]
}

async fn states(kept: &Kept) -> Vec<(Cause, AlertState, u32)> {
    let alerts = kept.store.past_alerts(9).await.unwrap();
    let states = alerts
        .into_iter()
        .map(|alert| (alert.cause, alert.state, alert.attempts));
    states.collect()
}

pub(crate) async fn channels_are_kept_by_version(kept: &Kept) {
    let li = kept.user("li").await;
    let channel = add(kept, "a", &li).await;
    assert_eq!((channel.version, channel.is_enabled), (1, true));
    let edit = |version| ChannelChange::Edit {
        channel: channel.id,
        version,
        fields: fields("b"),
    };
    kept.store.change_channel(edit(1), &li).await.unwrap();
    let late = kept.store.change_channel(edit(1), &li).await;
    assert_eq!(late, Err(ChannelError::Conflict));
    let delete = ChannelChange::Delete(channel.id);
    kept.store
        .change_channel(delete.clone(), &li)
        .await
        .unwrap();
    let gone = kept.store.change_channel(delete, &li).await;
    assert_eq!(gone, Err(ChannelError::NotFound));
}

pub(crate) async fn an_order_is_watched_by_whoever_reads_on(kept: &Kept) {
    kept.with_menu(None).await;
    let (_, watch) = watched(kept).await;
    let store = &kept.store;
    let head = kept.log.head().await.unwrap();
    assert_eq!(store.alerts_read().await, Ok(head));
    let all = store.watched_orders(None).await.unwrap();
    assert_eq!(all, std::slice::from_ref(&watch));
    // Who comes from elsewhere moves nothing.
    let other = part(Seq(0), Seq(99), Vec::new(), vec![watch.order]);
    store.watch_orders(other).await.unwrap();
    assert_eq!(store.alerts_read().await, Ok(head));
    assert_eq!(store.next_watch().await, Ok(Some(watch.notice_at)));
    store.queue_alerts(due(&watch, Stage::New)).await.unwrap();
    let now = watch.placed_at.plus_seconds(1);
    assert_eq!(store.watched_orders(Some(now)).await.unwrap(), []);
    let passed = store.watched_orders(None).await.unwrap();
    assert_eq!(passed[0].passed, Some(Stage::New));
}

pub(crate) async fn a_stage_is_queued_once_and_its_alerts_are_taken_once(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    add(kept, "a", &li).await;
    let off = add(kept, "b", &li).await;
    let disable = ChannelChange::Enable(off.id, false);
    kept.store.change_channel(disable, &li).await.unwrap();
    let (order, watch) = watched(kept).await;
    let store = &kept.store;
    for _ in 0..2 {
        store.queue_alerts(due(&watch, Stage::New)).await.unwrap();
    }
    assert_eq!(states(kept).await, [(NEW, AlertState::Waiting, 0)]);
    let taken = store.take_alerts(9, 30).await.unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!((taken[0].cause, &taken[0].order), (NEW, &order));
    assert!(store.take_alerts(9, 30).await.unwrap().is_empty());
    // Nothing was heard of it.
    kept.clock.pass(31);
    let taken = store.take_alerts(9, 30).await.unwrap();
    assert_eq!(taken.len(), 1);
    let answer = Answer::without(Said::Taken);
    store.settle_alert(taken[0].id, answer).await.unwrap();
    assert_eq!(states(kept).await, [(NEW, AlertState::Sent, 2)]);
    assert_eq!(store.next_alert().await, Ok(None));
}

pub(crate) async fn an_alert_is_tried_again_dropped_or_given_up(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    add(kept, "a", &li).await;
    let (order, watch) = watched(kept).await;
    let store = &kept.store;
    store.queue_alerts(due(&watch, Stage::New)).await.unwrap();
    for attempts in 1..=6 {
        let taken = store.take_alerts(9, 30).await.unwrap();
        assert_eq!(taken.len(), 1, "{attempts}");
        let answer = Answer::without(Said::Late);
        store.settle_alert(taken[0].id, answer).await.unwrap();
        kept.clock.pass(4_000);
    }
    let given_up = (NEW, AlertState::GivenUp, 6);
    assert_eq!(states(kept).await, [given_up]);
    // A later stage takes the place of what waits, and an answer that of both.
    let passed = |stage| Watch {
        passed: Some(stage),
        ..watch.clone()
    };
    let two = Stage::Reminder(2);
    store
        .queue_alerts(due(&passed(Stage::New), two))
        .await
        .unwrap();
    let five = Stage::Reminder(5);
    store.queue_alerts(due(&passed(two), five)).await.unwrap();
    let dropped = (Cause::Waiting(two), AlertState::Dropped, 0);
    let waiting = (Cause::Waiting(five), AlertState::Waiting, 0);
    assert_eq!(states(kept).await, [waiting, dropped, given_up]);
    let accept = OrderChange::status(order.id, OrderStatus::Accepted, order.version);
    store.change(accept, &li).await.unwrap();
    let from = store.alerts_read().await.unwrap();
    let head = kept.log.head().await.unwrap();
    let read = part(from, head, Vec::new(), vec![order.id]);
    store.watch_orders(read).await.unwrap();
    assert_eq!(store.watched_orders(None).await.unwrap(), []);
    assert!(store.take_alerts(9, 30).await.unwrap().is_empty());
    let dropped = (Cause::Waiting(five), AlertState::Dropped, 0);
    assert_eq!(states(kept).await[0], dropped);
    store
        .queue_alerts(due(&passed(five), Stage::Overdue))
        .await
        .unwrap();
    assert_eq!(states(kept).await.len(), 3);
}
