//! The end, with thousands of streams, many of them stalled, and orders under
//! way.

use crate::{
    crowded,
    support::{Admin, RawStream, order, raw::within_patience},
};
use reqwest::{Client, StatusCode};
use serde_json::Value;
use std::{
    collections::HashSet,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::mpsc, task::JoinSet};

/// The messages that are more than all buffers on the way to a reader hold.
const BULK: usize = 300;
/// How many orders are answered before the server is asked to end.
const ORDERS: usize = 40;
/// How many readers of each kind are followed beyond the restart.
const FOLLOWED: usize = 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_end_loses_no_order_and_no_event() {
    let (_turn, mut server, count) = crowded().await;
    let admin = Arc::new(server.admin().await);
    let beginning = admin.subscribe().await.hello["head"]
        .as_str()
        .unwrap()
        .to_owned();
    admin.push_many(BULK, &"慢".repeat(1000)).await;
    let head = admin.subscribe().await.hello["head"]
        .as_str()
        .unwrap()
        .to_owned();
    let healthy = open(&admin, count - count / 5, &head).await;
    let stalled = stall(&admin, count / 5, &beginning).await;
    let reading = healthy.into_iter().map(|mut stream| async move {
        // What the opening said does not count.
        stream.retry = None;
        stream.drain().await;
        stream
    });
    let reading: JoinSet<_> = reading.collect();

    let (answered, mut answers) = mpsc::unbounded_channel();
    let mut customers = JoinSet::new();
    for _ in 0..8 {
        customers.spawn(order_until_the_end(server.url.clone(), answered.clone()));
    }
    drop(answered);
    let mut tokens = Vec::new();
    while tokens.len() < ORDERS {
        tokens.push(answers.recv().await.unwrap());
    }
    let asked = Instant::now();
    within_patience(server.terminate()).await;
    let took = asked.elapsed();
    customers.join_all().await;
    while let Some(token) = answers.recv().await {
        tokens.push(token);
    }
    let healthy = reading.join_all().await;
    let retries: Vec<u64> = healthy.iter().map(|stream| stream.retry.unwrap()).collect();
    println!(
        "{count} streams, {} of them stalled: gone after {took:.2?}; {} orders answered; \
         readers come back in {} to {} ms",
        stalled.len(),
        tokens.len(),
        retries.iter().min().unwrap(),
        retries.iter().max().unwrap(),
    );
    assert!(
        took < Duration::from_secs(10),
        "longer than --drain: {took:?}"
    );
    let times: HashSet<_> = retries.iter().collect();
    assert!(
        times.len() > retries.len() / 4,
        "not spread: {}",
        times.len()
    );

    server.restart().await;
    for token in &tokens {
        let path = format!("/api/orders/{token}");
        assert_eq!(server.get(&path).await.status(), StatusCode::OK);
    }
    let end = admin.subscribe().await.hello["head"]
        .as_str()
        .unwrap()
        .to_owned();
    let (_, end) = end.split_once(':').unwrap();
    let end: i64 = end.parse().unwrap();
    assert!(end >= i64::try_from(BULK + tokens.len()).unwrap());
    for (first, readers) in [(BULK + 1, healthy), (1, stalled)] {
        let all: Vec<i64> = (i64::try_from(first).unwrap()..=end).collect();
        for stream in readers.into_iter().take(FOLLOWED) {
            assert_eq!(resume(&admin, stream, all.len()).await, all);
        }
    }
}

/// Opens streams, all at once.
async fn open(admin: &Arc<Admin>, count: usize, cursor: &str) -> Vec<RawStream> {
    let mut opening = JoinSet::new();
    for _ in 0..count {
        let (admin, cursor) = (admin.clone(), cursor.to_owned());
        opening.spawn(async move {
            let mut stream = RawStream::ask(&admin, &cursor).await.unwrap();
            stream.open().await;
            stream
        });
    }
    opening.join_all().await
}

/// Opens streams that have more to say than their readers will hear.
async fn stall(admin: &Arc<Admin>, count: usize, cursor: &str) -> Vec<RawStream> {
    let mut stalled = Vec::new();
    for _ in 0..count {
        let stream = RawStream::ask_without_room(admin, cursor).await.unwrap();
        // The answer has begun.
        stream.socket.readable().await.unwrap();
        stalled.push(stream);
    }
    stalled
}

/// Places orders until nobody answers, and tells the token of each.
async fn order_until_the_end(url: String, answered: mpsc::UnboundedSender<String>) {
    let client = Client::new();
    loop {
        let request = client.post(format!("{url}/api/orders")).json(&order());
        let Ok(answer) = request.send().await else {
            return;
        };
        assert_eq!(answer.status(), StatusCode::CREATED);
        let Ok(order) = answer.json::<Value>().await else {
            return;
        };
        answered
            .send(order["token"].as_str().unwrap().to_owned())
            .unwrap();
    }
}

/// Reads what is left of a stream, comes back with its cursor, and gets the
/// rest of `count` events.
async fn resume(admin: &Admin, mut stream: RawStream, count: usize) -> Vec<i64> {
    stream.drain().await;
    let missing = count - stream.seqs.len();
    let mut again = RawStream::ask(admin, &stream.last_id).await.unwrap();
    again.open().await;
    again.read_while(|again| again.seqs.len() < missing).await;
    [stream.seqs, again.seqs].concat()
}
