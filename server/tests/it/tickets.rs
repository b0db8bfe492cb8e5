//! Tickets: a stream without cookie or header.

use crate::support::{Server, Stream};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

async fn status(url: &str) -> StatusCode {
    Client::new().get(url).send().await.unwrap().status()
}

#[tokio::test]
async fn a_ticket_opens_one_stream_of_its_session() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let url = server.at(&format!("/sse/subscribe?ticket={}", admin.ticket().await));
    let mut stream = Stream::open(Client::new().get(&url)).await;
    assert_eq!(stream.hello["user"], "admin");
    server.place().await;
    assert_eq!(stream.next().await.name, "order");
    assert_eq!(status(&url).await, StatusCode::UNAUTHORIZED);
    // Not even who is signed in gets in by a ticket that was used.
    let answer = admin.get(url.trim_start_matches(&server.url)).await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_ticket_resumes_where_the_reader_was() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let cursor = admin.subscribe().await.hello["head"].clone();
    let order = server.place().await;
    let (after, ticket) = (cursor.as_str().unwrap(), admin.ticket().await);
    let url = server.at(&format!("/sse/subscribe?after={after}&ticket={ticket}"));
    let mut stream = Stream::open(Client::new().get(url)).await;
    assert_eq!(stream.next().await.json()["token"], order["token"]);
}

#[tokio::test]
async fn signing_out_ends_tickets_and_the_streams_that_they_opened() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let used = server.at(&format!("/sse/subscribe?ticket={}", admin.ticket().await));
    let unused = server.at(&format!("/sse/subscribe?ticket={}", admin.ticket().await));
    let mut stream = Stream::open(Client::new().get(used)).await;
    admin.sign_out().await;
    assert_eq!(stream.rest().await, []);
    assert_eq!(status(&unused).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn tickets_are_for_administrators_and_for_streams() {
    let server = Server::start().await;
    let refused = server.post("/api/tickets", &json!({})).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let made_up = server.at("/sse/subscribe?ticket=0123456789abcdef0123456789abcdef");
    assert_eq!(status(&made_up).await, StatusCode::UNAUTHORIZED);
    let admin = server.admin().await;
    let issued: Value = admin
        .post("/api/tickets", &json!({}))
        .await
        .json()
        .await
        .unwrap();
    let end = issued["expires_at"].as_str().unwrap();
    assert!(end.ends_with('Z'), "{end}");
    let ticket = issued["ticket"].as_str().unwrap();
    for path in ["/api/orders", "/sse/connections"] {
        let url = server.at(&format!("{path}?ticket={ticket}"));
        assert_eq!(status(&url).await, StatusCode::UNAUTHORIZED, "{path}");
    }
}
