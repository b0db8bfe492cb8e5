//! The page on which it is said where alerts go.

use super::{KEY, add, add_webhook, start};
use crate::support::{Receiver, Reply};
use reqwest::StatusCode;

#[tokio::test]
async fn what_is_secret_is_never_shown_again() {
    let (server, admin) = start().await;
    let mut receiver = Receiver::start().await;
    let url = format!("{}/robot?token=very-secret-path", receiver.url);
    let fields = [("channel_address", &*url), ("channel_secret", KEY)];
    add(&admin, "webhook", &fields).await;
    // A receiver that says again what it was told.
    let echo = format!("no {KEY} at /robot?token=very-secret-path");
    receiver.reply(Reply::With(400, String::new(), echo));
    server.place().await;
    receiver.next().await;
    let refused = "select count(*) from channel_alerts where said = 'refused'";
    server.database().await.until(refused, 1).await;
    let mut seen = String::new();
    for path in ["/admin/channels", "/admin/channels/1", "/admin/audit"] {
        seen.push_str(&admin.page(path).await.page);
    }
    assert!(seen.contains("Refused · 400 · no •••"), "{seen}");
    assert!(seen.contains(&receiver.url));
    seen.push_str(&server.command(&["settings", "export"]).await);
    seen.push_str(&server.log());
    for secret in [KEY, "very-secret-path"] {
        assert!(!seen.contains(secret), "{secret}");
    }
    // What is left empty stays as it is.
    let fields = [("version", "1"), ("channel_name", "other")];
    let sent = admin.send("/admin/channels/1", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    admin.send("/admin/channels/1/test", &[]).await;
    assert_eq!(receiver.next().await.path, "/robot?token=very-secret-path");
    // Of two who change it, the second is told.
    let late = admin.send("/admin/channels/1", &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_channel_is_switched_off_and_deleted() {
    let (server, admin) = start().await;
    let mut first = add_webhook(&admin).await;
    let mut second = add_webhook(&admin).await;
    let sent = admin.send("/admin/channels/1/disable", &[]).await;
    assert_eq!(sent.location, "/admin/channels?done=saved");
    let page = admin.page("/admin/channels").await.page;
    assert!(page.contains("Disabled"), "{page}");
    server.place().await;
    assert_eq!(second.next_alert().await, (1, "new".to_owned()));
    assert!(first.is_empty());
    admin.send("/admin/channels/1/enable", &[]).await;
    admin.send("/admin/channels/2/delete", &[]).await;
    server.place().await;
    assert_eq!(first.next_alert().await, (2, "new".to_owned()));
    assert!(second.is_empty());
    let gone = admin.send("/admin/channels/2/test", &[]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let audit = admin.page("/admin/audit").await.page;
    for words in [
        "added the channel",
        "disabled the channel",
        "enabled the channel",
        "deleted the channel",
    ] {
        assert!(audit.contains(words), "{words}: {audit}");
    }
}

#[tokio::test]
async fn faults_are_told_at_their_fields_and_nothing_is_half_done() {
    let (server, admin) = start().await;
    let fields = [
        ("channel_name", ""),
        ("channel_address", "ftp://a.example"),
        ("channel_secret", KEY),
    ];
    let sent = admin.send("/admin/channels/new/webhook", &fields).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.page.contains("This is no address of such a channel."));
    assert!(sent.page.contains("value=\"ftp://a.example\""));
    let nothing = admin.page("/admin/channels/new/pigeon").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let rules = [
        ("version", "0"),
        ("wait_seconds", "4000"),
        ("reminders", "2, soon"),
        ("overdue_minutes", "15"),
        ("when_overdue", "pause"),
    ];
    let sent = admin.send("/admin/channels/rules", &rules).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.page.contains("value=\"2, soon\""), "{}", sent.page);
    let mut database = server.database().await;
    assert_eq!(database.number("select count(*) from channels").await, 0);
    assert_eq!(database.number("select count(*) from settings").await, 0);
}

#[tokio::test]
async fn other_settings_leave_the_rules_as_they_are() {
    let (_server, admin) = start().await;
    super::set_rules(&admin, "7", "pause").await;
    let settings = [
        ("version", "1"),
        ("shop_name", "Fulai"),
        ("time_zone", "Asia/Shanghai"),
        ("currency", "CNY"),
        ("languages", "zh"),
    ];
    let sent = admin.send("/admin/settings", &settings).await;
    assert_eq!(sent.location, "/admin/settings?done=saved", "{}", sent.page);
    let page = admin.page("/admin/channels").await.page;
    assert!(
        page.contains("value=\"7\"") && page.contains("厨房太忙"),
        "{page}"
    );
}
