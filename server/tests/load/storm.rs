//! Everybody comes back at the same moment.

use crate::{
    crowded,
    support::{RawStream, Server, order},
};
use reqwest::{Client, StatusCode};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// How many events each reader has missed.
const MISSED: i64 = 100;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_come_back_at_once_and_get_what_they_missed_while_orders_are_taken() {
    let (_turn, server, count) = crowded().await;
    let admin = Arc::new(server.admin().await);
    let cursor = admin.subscribe().await.hello["head"]
        .as_str()
        .unwrap()
        .to_owned();
    for _ in 0..MISSED {
        server.place().await;
    }
    let over = Arc::new(AtomicBool::new(false));
    let orders = tokio::spawn(keep_ordering(server.url.clone(), over.clone()));
    let begin = Instant::now();
    let mut readers = JoinSet::new();
    for _ in 0..count {
        let (admin, cursor) = (admin.clone(), cursor.clone());
        readers.spawn(async move {
            let mut stream = RawStream::ask(&admin, &cursor).await.unwrap();
            stream.open().await;
            let open = begin.elapsed();
            let missed = usize::try_from(MISSED).unwrap();
            stream.read_while(|stream| stream.seqs.len() < missed).await;
            (open, begin.elapsed(), stream)
        });
    }
    let readers = readers.join_all().await;
    over.store(true, Ordering::Relaxed);
    let (placed, slowest) = orders.await.unwrap();
    let open = readers.iter().map(|(open, ..)| *open).max().unwrap();
    let caught_up = readers
        .iter()
        .map(|(_, caught_up, _)| *caught_up)
        .max()
        .unwrap();
    println!(
        "{count} streams, {MISSED} events behind: all open after {open:.2?}, caught up after \
         {caught_up:.2?}; meanwhile {placed} orders, the slowest in {slowest:.2?}"
    );
    for (.., stream) in &readers {
        let last = i64::try_from(stream.seqs.len()).unwrap();
        assert!(last >= MISSED, "the stream ended");
        assert_eq!(stream.seqs, (1..=last).collect::<Vec<_>>());
    }
    assert!(placed > 0);
    drop(readers);
    expect_no_one_left(&server).await;
}

/// Places one order after the other: how many, and how long the slowest took.
async fn keep_ordering(url: String, over: Arc<AtomicBool>) -> (u32, Duration) {
    let client = Client::new();
    let (mut placed, mut slowest) = (0, Duration::ZERO);
    while !over.load(Ordering::Relaxed) {
        let asked = Instant::now();
        let request = client.post(format!("{url}/api/orders")).json(&order());
        assert_eq!(request.send().await.unwrap().status(), StatusCode::CREATED);
        slowest = slowest.max(asked.elapsed());
        placed += 1;
    }
    (placed, slowest)
}

/// Whoever comes then is alone.
async fn expect_no_one_left(server: &Server) {
    server.admin().await.subscribe().await.until_open(1).await;
}
