//! The server dies while an order waits to be told.

use super::{add_webhook, set_rules, start};
use crate::support::order;
use reqwest::Client;

#[tokio::test]
async fn an_order_is_told_once_however_the_server_ends() {
    let (mut server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    set_rules(&admin, "2", "nothing").await;
    let stream = admin.subscribe().await;
    server.place().await;
    server.kill().await;
    drop(stream);
    server.restart().await;
    assert_eq!(receiver.next_alert().await, (1, "new".to_owned()));
    let sent = "select count(*) from channel_alerts where state = 'sent'";
    server.database().await.until(sent, 1).await;
    server.kill().await;
    server.restart().await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
}

#[tokio::test]
async fn what_was_queued_and_not_committed_is_queued_again() {
    let (mut server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    server.terminate().await;
    server.crash_at = Some("alerted:1".to_owned());
    server.restart().await;
    // It may die before it answers.
    let request = Client::new().post(server.at("/api/orders")).json(&order());
    let _ = request.send().await;
    server.died().await;
    assert!(receiver.is_empty());
    server.crash_at = None;
    server.restart().await;
    assert_eq!(receiver.next_alert().await, (1, "new".to_owned()));
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
}
