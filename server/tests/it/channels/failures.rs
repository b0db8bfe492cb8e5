//! Receivers that don't take what they get.

use super::{add_webhook, start, wake};
use crate::support::Reply;
use std::time::Duration;

#[tokio::test]
async fn a_receiver_that_says_when_is_believed() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    let later = "retry-after: 1\r\n".to_owned();
    receiver.reply(Reply::With(429, later, "slow down".to_owned()));
    server.place().await;
    let first = receiver.next().await;
    let again = receiver.next().await;
    let waited = again.at - first.at;
    assert!(
        waited >= Duration::from_secs(1) && waited < Duration::from_secs(5),
        "{waited:?}"
    );
    // It is the same alert: who has it already can tell.
    assert_eq!(first.headers["orderbell-id"], again.headers["orderbell-id"]);
    let sent = "select count(*) from channel_alerts where state = 'sent' and attempts = 2";
    server.database().await.until(sent, 1).await;
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_and_given_up_visibly() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    receiver.reply(Reply::With(500, String::new(), "out of order".to_owned()));
    receiver.reply(Reply::Nothing);
    server.place().await;
    let first = receiver.next().await;
    let again = receiver.next().await;
    assert!(again.at - first.at >= Duration::from_secs(5));
    let mut database = server.database().await;
    let failed = "select count(*) from channel_alerts where said = 'unreachable'";
    database.until(failed, 1).await;
    receiver.reply(Reply::With(
        503,
        String::new(),
        "still out of order".to_owned(),
    ));
    database
        .run("update channel_alerts set attempts = 5, next_at = 0")
        .await;
    wake(&admin).await;
    receiver.next().await;
    let given_up = "select count(*) from channel_alerts where state = 'given_up'";
    database.until(given_up, 1).await;
    let page = admin.page("/admin/channels").await.page;
    assert!(page.contains("Given up"), "{page}");
    assert!(
        page.contains("Refused · 503 · still out of order"),
        "{page}"
    );
}

#[tokio::test]
async fn a_receiver_that_never_answers_keeps_none_waiting() {
    let (server, admin) = start().await;
    let mut silent = add_webhook(&admin).await;
    silent.reply(Reply::Never);
    let mut other = add_webhook(&admin).await;
    server.place().await;
    let stuck = silent.next().await;
    let told = other.next().await;
    assert!(told.at - stuck.at < Duration::from_secs(5));
    server.place().await;
    assert_eq!(silent.next_alert().await, (2, "new".to_owned()));
    let late = "select count(*) from channel_alerts where said = 'late'";
    server.database().await.until(late, 1).await;
}

#[tokio::test]
async fn nobody_is_sent_to_who_was_not_named() {
    let (_server, admin) = start().await;
    let receiver = add_webhook(&admin).await;
    let elsewhere = add_webhook(&admin).await;
    let location = format!("location: {}/hook\r\n", elsewhere.url);
    receiver.reply(Reply::With(307, location, String::new()));
    let page = admin.send("/admin/channels/1/test", &[]).await.page;
    assert!(page.contains("Refused · 307"), "{page}");
    assert!(elsewhere.is_empty());
}

#[tokio::test]
async fn an_alert_that_waits_goes_nowhere_once_the_order_is_answered() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    receiver.reply(Reply::status(500));
    let placed = server.place().await;
    receiver.next().await;
    let mut database = server.database().await;
    let failed = "select count(*) from channel_alerts where said = 'refused'";
    database.until(failed, 1).await;
    admin.change(&placed, "rejected").await;
    let dropped = "select count(*) from channel_alerts where state = 'dropped'";
    database.until(dropped, 1).await;
    server.place().await;
    assert_eq!(receiver.next_alert().await, (2, "new".to_owned()));
}
