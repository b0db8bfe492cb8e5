//! The clock is set back: nothing depends on it that may not.

use crate::{
    backend,
    clock::SystemClock,
    crypto::SystemSecrets,
    look_up_limit::LookUpLimits,
    order_limit::OrderLimits,
    sign_in_limit::SignInBrake,
    subscriptions::{BackOffice, DeliveryTracker},
};
use bytes::Bytes;
use delivery::{
    Clock, EventStream, Hub, LimitOptions, Source, Start, StreamLimits, StreamRegistry, Timestamp,
};
use domain::{
    ShopClock,
    menu::example,
    messages::{PushDraft, Sender},
    money::Currency,
    orders::OrderDraft,
    ports::{Limits, NoStreams, Retention},
    settings::ShopSettings,
    shop::{Shop, SignIn},
    users::Role,
};
use futures::{Stream, StreamExt};
use jiff::tz::TimeZone;
use std::{
    convert::Infallible,
    net::IpAddr,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tempfile::TempDir;

const HOUR: u64 = 3_600_000;
const PASSWORD: &str = "noodles-2026";
/// Half past midnight: an hour earlier it is yesterday.
const START: u64 = 1_795_221_000_000;

/// A clock that somebody sets.
struct SetClock(AtomicU64, SystemClock);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(i64::try_from(self.0.load(Ordering::Relaxed)).unwrap())
    }

    fn offset(&self, at: Timestamp) -> i32 {
        self.1.offset(at)
    }
}

impl ShopClock for SetClock {
    fn time(&self, at: Timestamp) -> String {
        self.1.time(at)
    }

    fn day(&self, at: Timestamp) -> String {
        self.1.day(at)
    }

    fn knows_zone(&self, name: &str) -> bool {
        self.1.knows_zone(name)
    }

    fn set_zone(&self, name: &str) {
        self.1.set_zone(name);
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
async fn next(stream: &mut (impl Stream<Item = Result<Bytes, Infallible>> + Unpin)) -> String {
    let Some(Ok(next)) = stream.next().await else {
        panic!("the stream ended");
    };
    String::from_utf8(next.to_vec()).unwrap()
}

fn li() -> SignIn {
    SignIn {
        name: "li".to_owned(),
        password: PASSWORD.to_owned(),
        device: String::new(),
        from: None,
    }
}

#[tokio::test]
async fn nothing_minds_the_clock_being_set_back_an_hour() {
    let folder = TempDir::new().unwrap();
    let zone = SystemClock::new(TimeZone::UTC);
    let clock = Arc::new(SetClock(AtomicU64::new(START), zone));
    let hub = Hub::new(16, 16);
    let path = folder.path().join("shop.db");
    let path = path.to_str().unwrap();
    let doorbell = Arc::new(hub.clone());
    let opened = backend::open(path, clock.clone(), Currency::CNY, doorbell);
    let store = opened.await.unwrap();
    hub.start(store.extent().await.unwrap());
    store.fill_menu(example().unwrap()).await.unwrap();
    let secrets = Arc::new(SystemSecrets::new().unwrap());
    let limits = Limits {
        orders: Arc::new(OrderLimits::new(2, 0)),
        look_ups: Arc::new(LookUpLimits::new()),
        sign_ins: Arc::new(SignInBrake::new()),
    };
    let settings = ShopSettings::new("Fulai", "UTC", Currency::CNY);
    let streams = Arc::new(NoStreams);
    let shop = Shop::new(
        store.clone(),
        clock.clone(),
        secrets,
        limits,
        streams,
        settings,
    );
    let from = Some(IpAddr::from([192, 0, 2, 1]));
    let added = shop.add_user("li", Role::Owner, PASSWORD);
    let user = added.await.unwrap();
    let sender = Sender::User(user.clone());
    let session = shop.sign_in(li()).await.unwrap();
    let before = shop.place(&order(1), from).await.unwrap().into_order();
    shop.push(message("before"), &sender, None).await.unwrap();
    let cursor = hub.head();

    clock.0.fetch_sub(HOUR, Ordering::Relaxed);

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
    let newer = shop.sign_in(li()).await.unwrap();
    let known = shop.session(&newer.token).await.unwrap().unwrap();
    assert_eq!(known.user, user);
    // A cursor from before is good, and a message from before has not expired.
    let registry = StreamRegistry::new(Duration::from_secs(15));
    let registration = registry.enter_unknown(hub.stream_token());
    let limits = StreamLimits::new(LimitOptions::default());
    let permit = limits.admit(None, None).unwrap();
    let deliveries = DeliveryTracker::new(clock.clone());
    let subscription = BackOffice::new(user.id, store.clone(), deliveries);
    let source = Source {
        log: store.clone(),
        clock: clock.clone(),
        hub: hub.clone(),
    };
    let start = Start::After(cursor.seq);
    let opened = EventStream::open(source, subscription, start, registration, permit);
    let mut stream = pin!(opened.await.unwrap().into_stream());
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
