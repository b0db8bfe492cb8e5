//! Customers who ask where their orders stay, while nobody looks.

use super::{
    add_webhook,
    devices::{SENT, accept, start_phone},
    set_rules, start, wake,
};
use crate::support::{Admin, Server};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Lets a quarter of an hour pass for the orders, and five minutes since they were asked for.
const LATE: &str = "update orders set
    placed_at = placed_at - 16 * 60000, handled_at = handled_at - 16 * 60000,
    hurried_at = hurried_at - 16 * 60000";
/// How many alerts have gone out by channels.
const SENT_BY_CHANNELS: &str = "select count(*) from channel_alerts where state = 'sent'";

/// The customer asks where the order stays.
async fn hurry(server: &Server, order: &Value) {
    let path = format!("/orders/{}/hurry", order["token"].as_str().unwrap());
    let sent = server.accept(&path, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
}

/// The kitchen begins with the order, which was accepted.
async fn prepare(admin: &Admin, order: &Value) {
    let step = json!({"status": "preparing", "version": 2});
    let path = format!("/api/orders/{}", order["id"]);
    assert_eq!(admin.patch(&path, &step).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_question_is_told_by_channels_and_to_devices_once_and_taken_back_by_a_step() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    let (mut service, phone) = start_phone(&admin).await;
    let mut database = server.database().await;
    let placed = server.place().await;
    assert_eq!(receiver.next_alert().await, (1, "new".to_owned()));
    assert_eq!(phone.read(&service.next().await)["title"], "New order 1");
    database.until(SENT, 1).await;
    accept(&admin, &placed).await;
    assert!(phone.read(&service.next().await)["close"].is_string());
    database.until(SENT, 2).await;
    database.run(LATE).await;
    hurry(&server, &placed).await;
    let request = receiver.next().await;
    let alert = request.json();
    assert_eq!(alert["type"], "order_hurried");
    assert_eq!(alert["stage"], Value::Null);
    assert_eq!(alert["title"], "1 号订单：顾客催单");
    let text = alert["text"].as_str().unwrap();
    assert!(text.contains("2 × ") && text.contains("催单"), "{text}");
    assert!(alert["order"]["hurried"]["time"].is_string(), "{alert}");
    assert!(!request.body.contains("13800138000") && !request.body.contains("王小明"));
    let received = service.next().await;
    assert_eq!(received.headers["urgency"], "high");
    let note = phone.read(&received);
    assert_eq!(note["title"], "Order 1: the customer asks where it stays");
    assert_eq!(note["tag"], format!("order-{}", placed["id"]));
    assert_eq!(note["renotify"], json!(true));
    database.until(SENT_BY_CHANNELS, 2).await;
    // The one that takes back was forgotten, since there is something to be taken back anew.
    database.until(SENT, 2).await;
    let page = admin.page("/admin/channels").await.page;
    assert!(page.contains("Customer asks"), "{page}");
    wake(&admin).await;
    prepare(&admin, &placed).await;
    let note = phone.read(&service.next().await);
    assert_eq!(note["close"], format!("order-{}", placed["id"]));
    assert_eq!(note["title"], "Order 1: Preparing (admin)");
    database.until(SENT, 3).await;
    // Whoever asks again is told again.
    database.run(LATE).await;
    hurry(&server, &placed).await;
    assert_eq!(receiver.next().await.json()["type"], "order_hurried");
    service.next().await;
    database.until(SENT_BY_CHANNELS, 3).await;
    assert!(service.is_idle());
}

#[tokio::test]
async fn while_somebody_looks_only_a_question_that_nobody_sees_to_is_told() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    let (mut service, phone) = start_phone(&admin).await;
    set_rules(&admin, "2", "nothing").await;
    let _stream = admin.subscribe().await;
    let (first, second) = (server.place().await, server.place().await);
    accept(&admin, &first).await;
    accept(&admin, &second).await;
    server.database().await.run(LATE).await;
    let begun = Instant::now();
    hurry(&server, &first).await;
    prepare(&admin, &first).await;
    hurry(&server, &second).await;
    // That of the first one would have come first.
    assert_eq!(receiver.next().await.json()["order"]["number"], 2);
    let note = phone.read(&service.next().await);
    assert_eq!(note["title"], "Order 2: the customer asks where it stays");
    assert!(begun.elapsed() > Duration::from_millis(1_990));
    server.database().await.until(SENT, 1).await;
    assert!(service.is_idle());
}
