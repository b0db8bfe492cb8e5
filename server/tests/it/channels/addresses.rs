//! Alerts don't go into networks of one's own, unless that is allowed.

use super::KEY;
use crate::support::{Receiver, Server};
use reqwest::StatusCode;

const REFUSED: &str = "This address leads into a private network";

#[tokio::test]
async fn an_address_in_a_private_network_is_refused_at_its_field() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for address in [
        "http://127.0.0.1/x",
        "http://localhost:9/x",
        "http://2130706433/x",
        "http://[::1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://0.0.0.0/x",
        "https://192.168.1.7/x",
        "https://169.254.169.254/latest/meta-data",
    ] {
        let fields = [
            ("channel_name", "mine"),
            ("channel_address", address),
            ("channel_secret", KEY),
        ];
        let sent = admin.send("/admin/channels/new/webhook", &fields).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(sent.page.contains(REFUSED), "{address}: {}", sent.page);
        assert!(!sent.page.contains(KEY), "{address}");
    }
    let mail = [
        ("channel_name", "mail"),
        ("channel_address", "localhost:25"),
        ("channel_sender", "shop@a.example"),
        ("channel_target", "li@a.example"),
    ];
    let sent = admin.send("/admin/channels/new/email", &mail).await;
    assert!(sent.page.contains(REFUSED), "{}", sent.page);
    let with_name = [
        ("channel_name", "named"),
        ("channel_address", "https://li:pw@a.example/x"),
        ("channel_secret", KEY),
    ];
    let sent = admin.send("/admin/channels/new/webhook", &with_name).await;
    assert!(sent.page.contains("This is no address"), "{}", sent.page);
    let mut database = server.database().await;
    assert_eq!(database.number("select count(*) from channels").await, 0);
}

#[tokio::test]
async fn a_name_that_leads_home_by_now_is_not_connected_to() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    // As if the names had led elsewhere when they were saved.
    database
        .run(
            r#"insert into channels (name, destination) values
            ('a', '{"kind":"webhook","address":"http://localhost:9/x","secret":"s"}'),
            ('b', '{"kind":"ntfy","address":"http://127.0.0.1:9/x"}'),
            ('c', '{"kind":"email","address":"localhost:25","sender":"a@b.example","target":"a@b.example"}')"#,
        )
        .await;
    for channel in 1..=3 {
        let path = format!("/admin/channels/{channel}/test");
        let page = admin.send(&path, &[]).await.page;
        let said = "The address leads into a private network; nothing was sent";
        assert!(page.contains(said), "{channel}: {page}");
    }
}

#[tokio::test]
async fn a_test_says_in_words_what_came_back() {
    let (server, admin) = super::start().await;
    let receiver = Receiver::start().await;
    let url = format!("{}/hook", receiver.url);
    let fields = [("channel_address", &*url), ("channel_secret", KEY)];
    super::add(&admin, "webhook", &fields).await;
    let page = admin.send("/admin/channels/1/test", &[]).await.page;
    assert!(page.contains("Taken · 200"), "{page}");
    drop(receiver);
    let closed = "http://127.0.0.1:9/hook";
    let fields = [("channel_address", closed), ("channel_secret", KEY)];
    super::add(&admin, "webhook", &fields).await;
    let page = admin.send("/admin/channels/2/test", &[]).await.page;
    assert!(page.contains("Not reached"), "{page}");
    drop(server);
}
