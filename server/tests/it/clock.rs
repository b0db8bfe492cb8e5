//! The clock stream.

use crate::support::{Server, Stream};
use reqwest::{Client, StatusCode};
use serde_json::Value;

#[tokio::test]
async fn the_clock_tells_anyone_the_time_each_second() {
    let server = Server::start().await;
    let mut stream = Stream::open_any(Client::new().get(server.at("/sse/clock"))).await;
    assert_eq!(stream.headers["content-type"], "text/event-stream");
    assert_eq!(stream.headers["cache-control"], "no-cache, no-transform");
    assert_eq!(stream.headers["x-accel-buffering"], "no");
    let mut before = String::new();
    for _ in 0..3 {
        let event = stream.any().await.unwrap();
        assert_eq!((event.name.as_str(), event.id.as_str()), ("time", ""));
        let now = event.json()["time"].as_str().unwrap().to_owned();
        assert!(before < now, "{before} {now}");
        assert_eq!(event.json()["offset"], 8 * 3600);
        before = now;
    }
    assert!(stream.retry.is_some());
}

#[tokio::test]
async fn who_has_heard_the_last_second_is_told_to_stop() {
    let server = Server::start().await;
    let path = server.at("/sse/clock?once");
    let mut stream = Stream::open_any(Client::new().get(&path)).await;
    let only = stream.any().await.unwrap();
    assert_eq!((only.name.as_str(), only.id.as_str()), ("time", "end"));
    assert_eq!(stream.any().await, None);
    for path in [path, server.at("/sse/clock?until=minute")] {
        let again = Client::new().get(path).header("last-event-id", &only.id);
        assert_eq!(again.send().await.unwrap().status(), StatusCode::NO_CONTENT);
    }
}

#[tokio::test]
async fn a_clock_until_some_other_time_is_not_to_be_had() {
    let server = Server::start().await;
    let answer = server.get("/sse/clock?until=noon").await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/unreadable-query");
}

#[tokio::test]
async fn the_clock_ends_with_the_server() {
    let mut server = Server::start().await;
    let mut stream = Stream::open_any(Client::new().get(server.at("/sse/clock"))).await;
    stream.any().await.unwrap();
    stream.retry = None;
    server.terminate().await;
    // It was not cut off, but asked to come back.
    while stream.any().await.is_some() {}
    assert!(stream.retry.is_some());
}
