//! The clock is set back: nothing depends on it that may not.

use super::{Retention, SqliteStore};
use crate::{
    clock::WallClock,
    demo,
    order_limit::OrdersPerMinute,
    sse::{
        feed::Feed,
        hub::Hub,
        limits::StreamLimits,
        messages::Messages,
        opening::{Source, Start},
        registry::Registry,
        stream::EventStream,
    },
    vault::SystemVault,
};
use bytes::Bytes;
use domain::{
    event::Clock,
    money::Currency,
    new_order::OrderDraft,
    ports::{Calendar, EventLog},
    push::PushDraft,
    sender::Sender,
    shop::Shop,
    time::Timestamp,
    user::Role,
};
use jiff::tz::TimeZone;
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tempfile::TempDir;

const HOUR: u64 = 3_600_000;
/// Half past midnight: an hour earlier it is yesterday.
const START: u64 = 1_795_221_000_000;

/// A clock that somebody sets.
struct SetClock(AtomicU64, WallClock);

impl Calendar for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(i64::try_from(self.0.load(Ordering::Relaxed)).unwrap())
    }

    fn clock(&self, at: Timestamp) -> Clock {
        self.1.clock(at)
    }

    fn time(&self, at: Timestamp) -> String {
        self.1.time(at)
    }

    fn day(&self, at: Timestamp) -> String {
        self.1.day(at)
    }
}

fn order(key: u32) -> OrderDraft {
    serde_json::from_value(serde_json::json!({
        "request_id": format!("request-{key:08}"),
        "customer": {"name": "Li", "phone": "13800138000"},
        "lines": [{"item": 1, "quantity": 1}],
    }))
    .unwrap()
}

fn message(text: &str) -> PushDraft {
    PushDraft {
        text: text.to_owned(),
        expires_in: Some(60),
        ..PushDraft::default()
    }
}

/// What a stream tells next.
async fn next(stream: &mut EventStream) -> String {
    let next: Option<Bytes> = stream.next().await;
    String::from_utf8(next.unwrap().to_vec()).unwrap()
}

#[tokio::test]
async fn nothing_minds_the_clock_being_set_back_an_hour() {
    let folder = TempDir::new().unwrap();
    let clock = WallClock(TimeZone::UTC);
    let calendar = Arc::new(SetClock(AtomicU64::new(START), clock));
    let hub = Hub::new(16, 16);
    let path = folder.path().join("shop.db");
    let opened = SqliteStore::open(&path, calendar.clone(), Currency::CNY, hub.clone());
    let (store, _writer) = opened.await.unwrap();
    let store = Arc::new(store);
    store.start_run().await.unwrap();
    store.fill_menu(demo::menu().unwrap()).await.unwrap();
    let vault = Arc::new(SystemVault::new().unwrap());
    let limit = Arc::new(OrdersPerMinute::new(2));
    let shop = Shop::new(store.clone(), calendar.clone(), vault, limit);
    let from = Some(IpAddr::from([192, 0, 2, 1]));
    let password = "noodles-2026".to_owned();
    let added = shop.add_user("li", Role::Owner, password.clone());
    let user = added.await.unwrap();
    let sender = Sender::User(user.clone());
    let session = shop.sign_in("li", password.clone()).await.unwrap();
    let before = shop.place(&order(1), from).await.unwrap().into_order();
    shop.push(message("before"), &sender, None).await.unwrap();
    let cursor = hub.head();

    calendar.0.fetch_sub(HOUR, Ordering::Relaxed);

    // The log goes on where it was, on the clock's new day.
    let after = shop.place(&order(2), from).await.unwrap().into_order();
    assert_ne!(before.day, after.day);
    assert_eq!((before.number, after.number), (1, 1));
    assert_eq!(hub.head().seq.0, cursor.seq.0 + 1);
    let again = shop.place(&order(1), from).await.unwrap().into_order();
    assert_eq!(again.token, before.token);
    // Sessions of the future are good, and so are new ones.
    let known = shop.session(&session.token).await.unwrap().unwrap();
    assert_eq!(known.user, user);
    let newer = shop.sign_in("li", password).await.unwrap();
    let known = shop.session(&newer.token).await.unwrap().unwrap();
    assert_eq!(known.user, user);
    // A cursor from before is good, and a message from before has not expired.
    let registry = Registry::new(Duration::from_secs(15));
    let registration = registry.pass("s".to_owned(), hub.stream_token());
    let permit = StreamLimits::none().admit(None, None).unwrap();
    let feed = Feed::Desk {
        user: user.clone(),
        messages: Messages::new(calendar.clone()),
    };
    let start = Start::After(cursor.seq);
    let opened = EventStream::open(
        Source {
            log: store.clone(),
            calendar: calendar.clone(),
            hub: hub.clone(),
        },
        feed,
        start,
        registration,
        permit,
        None,
    );
    let mut stream = opened.await.unwrap();
    let opening = next(&mut stream).await;
    assert!(!opening.contains("event: reset"), "{opening}");
    assert!(opening.contains("\"text\":\"before\""), "{opening}");
    assert!(next(&mut stream).await.contains(&after.token));
    shop.push(message("after"), &sender, None).await.unwrap();
    assert!(next(&mut stream).await.contains("\"text\":\"after\""));
    // What is limited by number is limited still, whatever its time.
    let keep = Retention { days: 1, events: 1 };
    let pruned = store.prune(keep).await.unwrap();
    assert_eq!(pruned.until.0, hub.head().seq.0 - 1);
    let kept = store.after(pruned.until, 9).await.unwrap();
    assert_eq!(kept.len(), 1);
}
