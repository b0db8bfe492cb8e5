//! Events: each one, once, in order, whatever happens to the stream.

use crate::support::{Server, SlowReader, Stream};
use reqwest::{Client, StatusCode};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn placing_an_order_rings_on_every_open_stream() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (mut a, mut b) = (admin.subscribe().await, li.subscribe().await);
    assert_eq!(a.headers["content-type"], "text/event-stream");
    assert_eq!(a.headers["cache-control"], "no-cache, no-transform");
    assert_eq!(a.headers["x-accel-buffering"], "no");
    assert!(!a.headers.contains_key("content-encoding"));
    assert_eq!(
        (a.hello["user"].as_str(), b.hello["user"].as_str()),
        (Some("admin"), Some("li"))
    );
    assert_eq!(a.hello["heartbeat"], 15_000);
    let order = server.place().await;
    let (first, second) = (a.next().await, b.next().await);
    assert!((1000..=3000).contains(&a.retry.unwrap()));
    assert_eq!(first, second);
    assert_eq!(first.name, "order");
    assert_eq!(first.json()["token"], order["token"]);
    // The shop has to call the customer: the whole number.
    assert_eq!(first.json()["customer"]["phone"], "13800138000");
}

#[tokio::test]
async fn a_stream_resumes_by_header_and_by_query() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    for _ in 0..5 {
        server.place().await;
    }
    let first = stream.next().await;
    drop(stream);
    let by_header = admin.resume(&first.id).await;
    let by_query = admin
        .subscribe_at(&format!("/sse/subscribe?after={}", first.id), None)
        .await;
    let by_number = admin
        .subscribe_at(&format!("/sse/subscribe?after={}", first.seq()), None)
        .await;
    // What the browser sends by itself is newer than what stands in the URL.
    let by_both = admin
        .subscribe_at("/sse/subscribe?after=0", Some(&first.id))
        .await;
    for mut stream in [by_header, by_query, by_number, by_both] {
        for number in 2..=5 {
            let event = stream.next().await;
            assert_eq!(event.json()["number"], number);
            assert_eq!(event.seq(), first.seq() + number - 1);
        }
    }
}

#[tokio::test]
async fn a_stream_that_broke_before_its_first_event_misses_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    stream.named("presence").await;
    let cursor = stream.last_id().to_owned();
    drop(stream);
    server.place().await;
    assert_eq!(admin.resume(&cursor).await.next().await.name, "order");
}

#[tokio::test]
async fn a_reader_that_was_far_too_slow_gets_everything_in_order_once() {
    const MESSAGES: i64 = 4_000;
    // Nobody gives it up meanwhile, however slow the machine is.
    let patient = ["--heartbeat", "300", "--write-deadline", "600"];
    let server = Server::start_with(&[&patient[..], &["--channel-capacity", "16"]].concat()).await;
    let admin = server.admin().await;
    // More than all buffers on the way hold, while the reader sleeps.
    let text = "慢".repeat(1000);
    let mut slow = SlowReader::connect(&server.url, "/sse/subscribe", &admin.cookie).await;
    let pushes = (0..8).map(|_| async {
        for _ in 0..MESSAGES / 8 {
            admin.push(None, &text).await;
        }
    });
    futures::future::join_all(pushes).await;
    let seqs = slow.read_seqs(MESSAGES).await;
    assert_eq!(seqs, (1..=MESSAGES).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_customer_hears_of_one_order_until_it_is_over() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let mut stream = server.follow(token).await;
    let placed = stream.next().await;
    assert_eq!(placed.name, "order");
    assert_eq!(placed.json()["customer"]["phone"], "•••••••8000");
    server.place().await;
    let accepted = admin.change(&order, "accepted").await.json().await.unwrap();
    let change = stream.next().await;
    assert_eq!(
        (change.name.as_str(), &change.json()["to"]),
        ("change", &json!("accepted"))
    );
    assert_eq!(change.json()["by"], "");
    admin.change(&accepted, "finished").await;
    let finish = stream.next().await;
    assert_eq!(finish.name, "finish");
    assert_eq!(stream.any().await, None);
    // A browser that comes back is sent away for good.
    let path = server.at(&format!("/sse/orders/{token}"));
    let again = Client::new().get(&path).header("last-event-id", &finish.id);
    assert_eq!(again.send().await.unwrap().status(), StatusCode::NO_CONTENT);
    // One that missed the end gets it first.
    let late = Client::new().get(&path).header("last-event-id", &change.id);
    assert_eq!(Stream::open(late).await.rest().await, [finish]);
    let unknown = Client::new()
        .get(server.at("/sse/orders/0000"))
        .send()
        .await
        .unwrap();
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_stream_ticks() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    let order = server.place().await;
    let tick = stream.named("tick").await;
    assert_eq!(tick.json()["offset"], 8 * 3600);
    assert!(tick.json()["time"].as_str().unwrap().ends_with('Z'));
    let mut progress = server.follow(order["token"].as_str().unwrap()).await;
    for _ in 0..2 {
        stream.named("tick").await;
        progress.named("tick").await;
    }
}

#[tokio::test]
async fn a_tick_follows_what_was_missed() {
    let server = Server::start_with(&["--heartbeat", "3600"]).await;
    let admin = server.admin().await;
    let hello = admin.subscribe().await.hello;
    let order = server.place().await;
    server.place().await;
    let mut stream = admin.resume(hello["head"].as_str().unwrap()).await;
    let missed = [stream.next().await, stream.next().await];
    let tick = stream.named("tick").await;
    assert_eq!(tick.json()["head"], missed[1].id);
    let mut progress = server.follow(order["token"].as_str().unwrap()).await;
    progress.named("order").await;
    progress.named("tick").await;
}

#[tokio::test]
async fn asking_for_a_stream_opens_none() {
    let server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let li = server.sign_in("li").await;
    admin.push(Some("li"), "waits").await;
    let url = server.at("/sse/subscribe");
    let ask = |cookie: &str| {
        let request = Client::new().head(&url).header("cookie", cookie);
        // A stream that was opened after all would never end.
        request.timeout(Duration::from_secs(20)).send()
    };
    assert_eq!(ask("").await.unwrap().status(), StatusCode::UNAUTHORIZED);
    assert_eq!(ask(&li.cookie).await.unwrap().status(), StatusCode::OK);
    assert_eq!(admin.connections().await, 0);
    // Nor is what waits for the stream taken for told.
    assert_eq!(li.subscribe().await.next().await.json()["text"], "waits");
}

#[tokio::test]
async fn asking_for_a_story_that_is_told_says_that_it_is_over() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let ask = async |query: &str| {
        let url = server.at(&format!("/sse/orders/{token}{query}"));
        Client::new().head(url).send().await.unwrap().status()
    };
    assert_eq!(ask("?after=1").await, StatusCode::OK);
    admin.change(&order, "cancelled").await;
    assert_eq!(ask("?after=1").await, StatusCode::OK);
    assert_eq!(ask("?after=2").await, StatusCode::NO_CONTENT);
}
