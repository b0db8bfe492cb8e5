//! When an order is told.

use super::{add_webhook, set_rules, start, start_with, wake};
use crate::support::order;
use reqwest::StatusCode;
use serde_json::Value;
use std::time::{Duration, Instant};

#[tokio::test]
async fn an_order_that_nobody_sees_is_told_at_once() {
    let (server, admin) = start_with(&["--public-url", "https://shop.example"]).await;
    let mut receiver = add_webhook(&admin).await;
    let placed = server.place().await;
    let request = receiver.next().await;
    assert_eq!(request.path, "/hook");
    let alert = request.json();
    assert_eq!(alert["type"], "order_waiting");
    assert_eq!(alert["stage"], "new");
    assert_eq!(alert["title"], "新订单 1 号");
    assert_eq!(alert["link"], "https://shop.example/admin");
    assert_eq!(alert["order"]["id"], placed["id"]);
    assert_eq!(alert["order"]["total"], placed["total"]);
    assert_eq!(alert["order"]["note"], "少辣");
    let text = alert["text"].as_str().unwrap();
    assert!(text.contains("2 × ") && text.contains("少辣"), "{text}");
    // Who ordered is for those who sign in.
    assert!(!request.body.contains("13800138000") && !request.body.contains("王小明"));
    assert!(!request.body.contains(placed["token"].as_str().unwrap()));
    assert_eq!(
        request.headers["orderbell-id"],
        alert["id"].as_str().unwrap()
    );
    let mut database = server.database().await;
    let sent = "select count(*) from channel_alerts where state = 'sent' and attempts = 1";
    database.until(sent, 1).await;
}

#[tokio::test]
async fn while_somebody_looks_an_order_waits_and_one_that_is_answered_is_not_told() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    set_rules(&admin, "2", "nothing").await;
    let _stream = admin.subscribe().await;
    let first = server.place().await;
    assert_eq!(
        admin.change(&first, "accepted").await.status(),
        StatusCode::OK
    );
    let begun = Instant::now();
    server.place().await;
    let request = receiver.next().await;
    // The first one would have come first.
    assert_eq!(request.json()["order"]["number"], 2);
    // The order's time is in whole milliseconds.
    let waited = request.at - begun;
    assert!(waited > Duration::from_millis(1_990), "{waited:?}");
}

#[tokio::test]
async fn it_is_told_again_until_somebody_answers() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    let placed = server.place().await;
    assert_eq!(receiver.next_alert().await, (1, "new".to_owned()));
    let mut database = server.database().await;
    database
        .run(
            "update orders set placed_at = placed_at - 121000;
            update watched_orders set next_at = 0;",
        )
        .await;
    wake(&admin).await;
    assert_eq!(receiver.next_alert().await, (1, "reminder_2".to_owned()));
    // What was missed meanwhile is one alert.
    database
        .run(
            "update orders set placed_at = placed_at - 600000;
            update watched_orders set next_at = 0;",
        )
        .await;
    wake(&admin).await;
    assert_eq!(receiver.next_alert().await, (1, "reminder_10".to_owned()));
    admin.change(&placed, "accepted").await;
    database
        .until("select count(*) from watched_orders", 0)
        .await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
}

#[tokio::test]
async fn an_overdue_order_pauses_the_shop_where_that_is_set() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    set_rules(&admin, "60", "pause").await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (1, "new".to_owned()));
    let mut database = server.database().await;
    database
        .run(
            "update orders set placed_at = placed_at - 901000;
            update watched_orders set next_at = 0;",
        )
        .await;
    wake(&admin).await;
    assert_eq!(receiver.next_alert().await, (1, "overdue".to_owned()));
    let refused = server.post("/api/orders", &order()).await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let problem: Value = refused.json().await.unwrap();
    assert!(problem["detail"].as_str().unwrap().contains("厨房太忙"));
    let audit = admin.page("/admin/audit").await.page;
    assert!(audit.contains("paused ordering by itself"), "{audit}");
    // Nothing comes after it, and whoever resumes is believed.
    admin.send("/admin/pause/end", &[]).await;
    wake(&admin).await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
    let watched = "select count(*) from watched_orders";
    assert_eq!(database.number(watched).await, 1);
}

#[tokio::test]
async fn orders_of_before_there_was_a_channel_are_not_told_as_new_ones() {
    let (server, admin) = start().await;
    server.place().await;
    let mut database = server.database().await;
    database.until("select seq from alert_reader", 1).await;
    let mut receiver = add_webhook(&admin).await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
}
