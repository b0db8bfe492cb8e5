//! What the log says, and what it does not.

use crate::support::{PASSWORD, Server, order};
use serde_json::Value;

#[tokio::test]
async fn the_log_opens_no_door_and_tells_of_nobody() {
    let server = Server::start_with(&["--log", "debug"]).await;
    let admin = server.admin().await;
    let placed = server.place().await;
    let token = placed["token"].as_str().unwrap();
    let mut stream = server.follow(token).await;
    stream.next().await;
    let ticket = admin.ticket().await;
    server.get(&format!("/sse/subscribe?ticket={ticket}")).await;
    let log = server.log();
    assert!(
        log.contains("/api/orders") && log.contains("status=201"),
        "{log}"
    );
    let (_, session) = admin.cookie.split_once('=').unwrap();
    let body = order();
    let name = body["customer"]["name"].as_str().unwrap();
    let phone = body["customer"]["phone"].as_str().unwrap();
    let note = body["note"].as_str().unwrap();
    for secret in [
        PASSWORD,
        session,
        token,
        &ticket,
        name,
        phone,
        &phone.replace(' ', ""),
        note,
    ] {
        assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
    }
}

#[tokio::test]
async fn a_failure_is_found_by_the_name_of_its_request() {
    let server = Server::start_with(&["--log-format", "json"]).await;
    let named = server.get("/api/menu").await;
    let other = named.headers()["x-request-id"].to_str().unwrap().to_owned();
    let mut database = server.database().await;
    database.run("alter table order_lines rename to lost").await;
    let admin = server.admin().await;
    let token = "0123456789abcdef0123456789abcdef";
    let failed = server.get(&format!("/api/orders/{token}")).await;
    let id = failed.headers()["x-request-id"].to_str().unwrap();
    assert_ne!(id, other);
    let log = server.log();
    let lines = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let told: Vec<_> = lines.filter(|line| line["span"]["id"] == id).collect();
    assert_eq!(told.len(), 1, "{log}");
    assert_eq!(told[0]["level"], "ERROR");
    assert_eq!(told[0]["span"]["route"], "/api/orders/{order}");
    assert!(told[0]["advice"].is_string());

    // Whose session it is, is asked for by a task of its own.
    database.run("alter table sessions rename to gone").await;
    let failed = admin.get("/api/session").await;
    let id = failed.headers()["x-request-id"].to_str().unwrap();
    assert!(server.log().contains(id), "{}", server.log());
}
