//! Messages from administrator to administrator.

use crate::support::Server;
use reqwest::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_message_for_one_reaches_that_one_alone() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (mut a, mut b) = (admin.subscribe().await, li.subscribe().await);
    admin.push(Some("LI"), "for you").await;
    admin.push(None, "for all").await;
    let message = b.next().await;
    assert_eq!(message.name, "psh");
    assert_eq!(message.json()["text"], "for you");
    assert_eq!(message.json()["from"], "admin");
    assert_eq!(message.json()["to"], "li");
    assert_eq!(b.next().await.json()["text"], "for all");
    assert_eq!(a.next().await.json()["text"], "for all");
}

#[tokio::test]
async fn who_is_away_gets_it_on_the_next_connect_and_once() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    server.add_user("li").await;
    let admin = server.admin().await;
    admin.push(Some("li"), "first").await;
    admin.push(None, "second").await;
    let mut witness = admin.subscribe().await;
    let gone = json!({"to": null, "text": "gone", "expires_in": 1});
    admin.post("/sse/push", &gone).await;
    let li = server.sign_in("li").await;
    // Until its time is over by the server's clock.
    let mut told = witness.named("psh").await;
    while told.json()["text"] != "gone" {
        told = witness.named("psh").await;
    }
    let end = told.json()["expires_at"].as_str().unwrap().to_owned();
    while witness.named("tick").await.json()["time"].as_str().unwrap() <= end.as_str() {}
    let mut stream = li.subscribe().await;
    assert_eq!(stream.next().await.json()["text"], "first");
    assert_eq!(stream.next().await.json()["text"], "second");
    // Messages that waited leave the reader's cursor where the log is.
    stream.named("presence").await;
    assert_eq!(stream.last_id(), stream.hello["head"].as_str().unwrap());
    drop(stream);
    let mut again = li.subscribe().await;
    admin.push(Some("li"), "third").await;
    assert_eq!(again.next().await.json()["text"], "third");
}

#[tokio::test]
async fn what_was_got_is_known_after_a_restart() {
    let mut server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let li = server.sign_in("li").await;
    let mut stream = li.subscribe().await;
    admin.push(Some("li"), "before").await;
    assert_eq!(stream.next().await.json()["text"], "before");
    drop(stream);
    server.terminate().await;
    server.restart().await;
    admin.push(Some("li"), "after").await;
    assert_eq!(li.subscribe().await.next().await.json()["text"], "after");
}

#[tokio::test]
async fn blank_text_and_unknown_readers_are_refused() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let blank = admin
        .post("/sse/push", &json!({"to": null, "text": " \n"}))
        .await;
    assert_eq!(blank.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = blank.json().await.unwrap();
    assert_eq!(problem["errors"][0]["field"], "text");
    let unknown = admin
        .post("/sse/push", &json!({"to": "nobody", "text": "hi"}))
        .await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let problem: Value = unknown.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/unknown-user");
}

#[tokio::test]
async fn the_sender_is_told_how_many_are_there() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let _streams = (admin.subscribe().await, admin.subscribe().await);
    let answer = admin
        .post("/sse/push", &json!({"to": "admin", "text": "hi"}))
        .await;
    let pushed: Value = answer.json().await.unwrap();
    let users = json!([{"name": "admin", "streams": 2, "pages": 2, "devices": 2}]);
    assert_eq!(pushed, json!({"seq": 1, "online": 2, "users": users}));
}
