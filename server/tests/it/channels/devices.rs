//! Orders that nobody has answered, on devices with the page closed.

use super::{add_webhook, set_rules, start, wake};
use crate::support::{Admin, Device, PushService, client::client};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Adds a device on whose page a language is read.
async fn add_device(admin: &Admin, device: &Device, language: &str) {
    let request = client().post(format!("{}/api/push/subscriptions", admin.url));
    let request = request.json(&device.subscription());
    let request = request.header("cookie", &admin.cookie);
    let request = request.header("accept-language", language);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::CREATED);
}

/// Starts a service, and adds a device of it that reads English.
pub(super) async fn start_phone(admin: &Admin) -> (PushService, Device) {
    let service = PushService::start().await;
    let phone = service.device("phone");
    add_device(admin, &phone, "en").await;
    (service, phone)
}

pub(super) async fn accept(admin: &Admin, order: &Value) {
    let accepted = admin.change(order, "accepted").await;
    assert_eq!(accepted.status(), StatusCode::OK);
}

/// How many alerts to devices have gone out.
pub(super) const SENT: &str = "select count(*) from device_alerts where state = 'sent'";

/// How many are needed no more.
const DROPPED: &str = "select count(*) from device_alerts where state = 'dropped'";
/// Lets two minutes pass for the orders that wait.
const TWO_MINUTES: &str = "update orders set placed_at = placed_at - 121000;
    update watched_orders set next_at = 0;";

#[tokio::test]
async fn a_device_shows_an_order_that_comes_while_no_page_is_open_until_somebody_accepts_it() {
    let (server, admin) = start().await;
    let empty = admin.page("/admin/channels").await.page;
    assert!(empty.contains("There is no channel yet."), "{empty}");
    let (mut service, phone) = start_phone(&admin).await;
    let placed = server.place().await;
    let tag = format!("order-{}", placed["id"]);
    let received = service.next().await;
    assert_eq!(received.headers["urgency"], "high");
    assert_eq!(received.headers["topic"], tag);
    let note = phone.read(&received);
    assert_eq!(note["title"], "New order 1");
    assert_eq!(note["tag"], tag);
    assert_eq!(note["url"], format!("/admin#{tag}"));
    assert_eq!(
        (&note["lang"], &note["renotify"]),
        (&json!("en"), &json!(false))
    );
    let body = note["body"].as_str().unwrap();
    assert!(body.contains("2 × ") && body.contains("少辣"), "{body}");
    // Who ordered is for those who sign in.
    assert!(!body.contains("13800138000") && !body.contains("王小明"));
    let mut database = server.database().await;
    database.until(SENT, 1).await;
    let page = admin.page("/admin/channels").await.page;
    assert!(page.contains("data-channel=\"devices\""), "{page}");
    assert!(!page.contains("There is no channel yet."), "{page}");
    // A reminder rings again.
    database.run(TWO_MINUTES).await;
    wake(&admin).await;
    let note = phone.read(&service.next().await);
    assert_eq!(
        (&note["tag"], &note["renotify"]),
        (&json!(tag), &json!(true))
    );
    database.until(SENT, 2).await;
    // What was shown is taken back, once, whatever becomes of the order later.
    accept(&admin, &placed).await;
    let received = service.next().await;
    let note = phone.read(&received);
    assert_eq!(note["close"], tag);
    assert_eq!(note["title"], "Order 1: Accepted (admin)");
    database.until(SENT, 3).await;
    server.place().await;
    let note = phone.read(&service.next().await);
    assert_eq!(note["title"], "New order 2");
    assert!(service.is_idle());
}

#[tokio::test]
async fn while_a_page_is_open_a_device_rings_only_for_what_nobody_accepts_in_time() {
    let (server, admin) = start().await;
    let (mut service, phone) = start_phone(&admin).await;
    set_rules(&admin, "2", "nothing").await;
    let _stream = admin.subscribe().await;
    let first = server.place().await;
    accept(&admin, &first).await;
    let begun = Instant::now();
    server.place().await;
    let note = phone.read(&service.next().await);
    // The first one would have come first; it was not shown, so nothing is taken back.
    assert_eq!(note["title"], "New order 2");
    assert!(begun.elapsed() > Duration::from_millis(1_990));
    server.database().await.until(SENT, 1).await;
    assert!(service.is_idle());
}

#[tokio::test]
async fn each_device_is_told_once_also_after_a_restart() {
    let (mut server, admin) = start().await;
    let (mut service, phone) = start_phone(&admin).await;
    let tablet = service.device("tablet");
    add_device(&admin, &tablet, "zh").await;
    set_rules(&admin, "2", "nothing").await;
    let stream = admin.subscribe().await;
    let placed = server.place().await;
    server.terminate().await;
    drop(stream);
    server.restart().await;
    let mut told = [service.next().await, service.next().await];
    told.sort_by(|a, b| a.path.cmp(&b.path));
    // Each in the language of its user.
    assert_eq!(phone.read(&told[0])["title"], "New order 1");
    assert_eq!(tablet.read(&told[1])["title"], "新订单 1 号");
    let mut database = server.database().await;
    database.until(SENT, 2).await;
    server.terminate().await;
    server.restart().await;
    accept(&admin, &placed).await;
    database.until(SENT, 4).await;
    for _ in 0..2 {
        let received = service.next().await;
        assert_eq!(received.headers["urgency"], "normal");
    }
    assert!(service.is_idle());
}

#[tokio::test]
async fn a_service_that_has_too_much_to_do_is_asked_again_and_a_device_that_is_gone_is_not() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    let (mut service, _) = start_phone(&admin).await;
    let mut database = server.database().await;
    service.answers(429, &[("retry-after", "1")]);
    server.place().await;
    service.next().await;
    service.answers(503, &[]);
    service.next().await;
    let tried = "select count(*) from device_alerts where attempts = 2";
    database.until(tried, 1).await;
    // A later stage takes the place of what waits.
    service.answers(201, &[]);
    database.run(TWO_MINUTES).await;
    wake(&admin).await;
    service.next().await;
    database.until(SENT, 1).await;
    assert_eq!(database.number(DROPPED).await, 1);
    service.answers(410, &[]);
    server.place().await;
    service.next().await;
    database
        .until("select count(*) from push_subscriptions", 0)
        .await;
    assert_eq!(
        database.number("select count(*) from device_alerts").await,
        0
    );
    // Channels are told all the same.
    let mut told = Vec::new();
    for _ in 0..3 {
        told.push(receiver.next_alert().await);
    }
    assert_eq!(told[2], (2, "new".to_owned()));
}

#[tokio::test]
async fn a_disabled_user_is_told_nothing() {
    let (server, admin) = start().await;
    let (mut service, _) = start_phone(&admin).await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    add_device(&li, &service.device("li"), "en").await;
    let user = server.user_id("li").await;
    admin
        .send(&format!("/admin/people/{user}/disable"), &[])
        .await;
    let placed = server.place().await;
    assert_eq!(service.next().await.path, "/phone");
    accept(&admin, &placed).await;
    assert_eq!(service.next().await.path, "/phone");
    assert!(service.is_idle());
}
