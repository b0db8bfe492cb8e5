//! What leaves the shop when nobody looks, as those get it to whom it is sent.

mod addresses;
#[cfg(debug_assertions)]
mod crash;
mod devices;
mod failures;
mod hurried;
mod kinds;
mod page;
mod stages;

use crate::support::{Admin, Receiver, Server};
use reqwest::StatusCode;

/// The key of every webhook here.
const KEY: &str = "key-of-the-tests";

/// A server that sends to receivers beside it.
async fn start() -> (Server, Admin) {
    start_with(&[]).await
}

async fn start_with(options: &[&str]) -> (Server, Admin) {
    let options = [&["--allow-private-channels"], options].concat();
    let server = Server::start_with(&options).await;
    let admin = server.admin().await;
    (server, admin)
}

/// Adds a channel.
async fn add(admin: &Admin, kind: &str, fields: &[(&str, &str)]) {
    let path = format!("/admin/channels/new/{kind}");
    let fields = [&[("channel_name", kind)], fields].concat();
    let sent = admin.send(&path, &fields).await;
    assert_eq!(sent.location, "/admin/channels?done=saved", "{}", sent.page);
}

/// Adds a webhook.
async fn add_webhook(admin: &Admin) -> Receiver {
    let receiver = Receiver::start().await;
    let url = format!("{}/hook", receiver.url);
    let fields = [("channel_address", &*url), ("channel_secret", KEY)];
    add(admin, "webhook", &fields).await;
    receiver
}

/// Sets when alerts go, in settings that were not changed before.
async fn set_rules(admin: &Admin, wait: &str, when_overdue: &str) {
    let fields = [
        ("version", "0"),
        ("wait_seconds", wait),
        ("reminders", "2, 5, 10"),
        ("overdue_minutes", "15"),
        ("when_overdue", when_overdue),
        ("pause_message", "厨房太忙"),
    ];
    let sent = admin.send("/admin/channels/rules", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
}

/// Wakes what sends alerts: it listens to orders, and to what customers see of the shop.
async fn wake(admin: &Admin) {
    for part in ["sold-out", "back"] {
        let path = format!("/admin/menu/dishes/3/{part}");
        admin.send(&path, &[]).await;
    }
}
