//! What the log says, and what it does not.

use crate::support::{PASSWORD, Server, order};
use serde_json::{Value, json};

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
    let told = lines_of(&server, id);
    assert_eq!(told.len(), 1, "{}", server.log());
    assert_eq!(told[0]["level"], "ERROR");
    assert_eq!(told[0]["span"]["route"], "/api/orders/{order}");
    assert!(told[0]["advice"].is_string());
    assert_eq!(told[0]["operation"], "read an order");

    // What fails in the writer's task, alone or together with others.
    let refused = server.post("/api/orders", &order()).await;
    let id = refused.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let told = lines_of(&server, &id);
    assert_eq!(told.len(), 2, "{}", server.log());
    assert_eq!(told[0]["level"], "WARN");
    assert_eq!(told[1]["operation"], "place an order");
    assert_eq!(told[1]["span"]["route"], "/api/orders");
    // And a commit that is refused as a whole.
    let mut holder = server.database().await;
    holder.run("begin immediate").await;
    let refused = admin.post("/sse/push", &json!({"text": "hi"})).await;
    let id = refused.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    holder.run("rollback").await;
    let told = lines_of(&server, &id);
    assert_eq!(told.len(), 1, "{}", server.log());
    assert_eq!(told[0]["operation"], "send a message");
    assert!(
        told[0]["advice"]
            .as_str()
            .unwrap()
            .contains("another program")
    );

    // Whose session it is, is asked for by a task of its own.
    database.run("alter table sessions rename to gone").await;
    let failed = admin.get("/api/session").await;
    let id = failed.headers()["x-request-id"].to_str().unwrap();
    assert!(server.log().contains(id), "{}", server.log());
}

/// The lines of the log that name a request.
fn lines_of(server: &Server, request: &str) -> Vec<Value> {
    let log = server.log();
    let lines = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["span"]["id"] == request).collect()
}
