//! Streams and their sockets in a shard, over sockets in memory.

use super::{Shards, shards};
use crate::{
    Audience, Control, Doorbell, Event, EventStream, Hub, LimitOptions, LocalTime, ReaderId, Start,
    StreamLimits, StreamRegistry, Subscription, Timestamp, Topic, TopicId, WholeLog,
    testing::{
        harness::{self, Block},
        memory_log::{MemoryLog, event, event_of},
    },
};
use std::{sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    task::JoinHandle,
    time::timeout,
};

/// More than any stream says here.
const WIDE: usize = 1 << 16;

struct Server {
    hub: Hub,
    log: Arc<MemoryLog>,
    registry: StreamRegistry,
    limits: StreamLimits,
    shards: Shards<DuplexStream>,
    task: JoinHandle<()>,
}

/// The other end of a socket.
struct Client {
    socket: DuplexStream,
    answer: String,
}

impl Server {
    fn new() -> Self {
        let hub = harness::hub(8, 8);
        let (shards, all) = shards(&hub, 1);
        let runs = all.into_iter().map(|shard| tokio::spawn(shard.run()));
        let task = runs.last().unwrap();
        Self {
            log: Arc::default(),
            registry: StreamRegistry::new(Duration::from_secs(15)),
            limits: StreamLimits::new(LimitOptions::default()),
            shards,
            task,
            hub,
        }
    }

    fn write(&self, event: Event) {
        self.log.commit(event.clone());
        self.hub.ring(event);
    }

    /// Opens a stream whose socket holds so many bytes.
    async fn open(&self, width: usize, subscription: impl Subscription + 'static) -> Client {
        let registration = self.registry.enter(harness::li(), self.hub.stream_token());
        let permit = self.limits.admit(None, None).unwrap();
        let source = harness::source(self.log.clone(), self.hub.clone());
        let stream = EventStream::open(source, subscription, Start::Now, registration, permit);
        let (socket, io) = duplex(width);
        self.shards.enter(io, stream.await.unwrap());
        let mut client = Client {
            socket,
            answer: String::new(),
        };
        client.hear_until("event: tick").await;
        client
    }

    /// Waits until no stream is open.
    async fn is_empty(&self) {
        while self.registry.has_readers() {
            self.registry.changed().await;
        }
    }
}

impl Client {
    /// Reads until that was said.
    async fn hear_until(&mut self, words: &str) {
        while !harness::unchunked(&self.answer).contains(words) {
            assert_ne!(self.read().await, 0, "it ended: {}", self.answer);
        }
    }

    /// Reads to the end of the answer; what was told.
    async fn rest(mut self) -> String {
        while self.read().await != 0 {}
        let text = self.answer.strip_suffix("0\r\n\r\n").expect("it has ended");
        harness::unchunked(text)
    }

    async fn read(&mut self) -> usize {
        let mut piece = vec![0; 1024];
        let length = self.socket.read(&mut piece).await.unwrap();
        self.answer += std::str::from_utf8(&piece[..length]).unwrap();
        length
    }

    fn events(&self) -> Vec<i64> {
        events(&harness::unchunked(&self.answer))
    }
}

fn events(text: &str) -> Vec<i64> {
    let events = harness::blocks(text).filter_map(|block| match block {
        Block::Event(seq) => Some(seq),
        _ => None,
    });
    events.collect()
}

fn for_reader(seq: i64, reader: i64) -> Event {
    Event {
        audience: Audience::Reader(ReaderId(reader)),
        ..event(seq)
    }
}

#[tokio::test(start_paused = true)]
async fn each_is_told_what_is_its_own_of_what_is_heard_at_once() {
    let server = Server::new();
    let whole = |reader| WholeLog {
        reader: Some(ReaderId(reader)),
    };
    let mut one = server.open(WIDE, whole(1)).await;
    let mut two = server.open(WIDE, whole(2)).await;
    let mut other = server.open(WIDE, whole(1)).await;
    for event in [event(1), for_reader(2, 1), for_reader(3, 2), event(4)] {
        server.write(event);
    }
    for (client, expected) in [
        (&mut one, vec![1, 2, 4]),
        (&mut two, vec![1, 3, 4]),
        (&mut other, vec![1, 2, 4]),
    ] {
        client.hear_until(":4\n").await;
        assert_eq!(client.events(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_reads_nothing_holds_nobody_up_and_misses_nothing() {
    let server = Server::new();
    let mut quick = server.open(WIDE, harness::everyone()).await;
    let mut stalled = server.open(40, harness::everyone()).await;
    // More than the hub keeps.
    for seq in 1..=50 {
        server.write(event(seq));
        quick.hear_until(&format!(":{seq}\n")).await;
    }
    stalled.hear_until(":50\n").await;
    stalled.hear_until("\"head\":\"00000000:50\"").await;
    assert_eq!(stalled.events(), (1..=50).collect::<Vec<_>>());
    // It has caught up.
    server.write(event(51));
    stalled.hear_until(":51\n").await;
}

#[tokio::test(start_paused = true)]
async fn what_is_not_in_the_log_is_told_too_and_a_topic_as_far_as_it_goes() {
    let server = Server::new();
    let mut whole = server.open(WIDE, harness::everyone()).await;
    let mut topic = server.open(WIDE, Topic(TopicId(1))).await;
    let now = LocalTime {
        time: Timestamp::from_millis(4711),
        offset: 0,
    };
    server.hub.tell_all(&Control::tick(now, server.hub.head()));
    server.write(event_of(TopicId(1), 1));
    server.write(event_of(TopicId(2), 2));
    for (client, expected) in [(&mut whole, vec![1, 2]), (&mut topic, vec![1])] {
        client.hear_until(&format!(":{}\n", expected.len())).await;
        assert!(
            client.answer.contains("1970-01-01T00:00:04.711Z"),
            "{}",
            client.answer
        );
        assert_eq!(client.events(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn one_that_goes_or_half_goes_is_gone_at_once() {
    let server = Server::new();
    let vanished = server.open(WIDE, harness::everyone()).await;
    drop(vanished);
    server.is_empty().await;
    let mut half = server.open(WIDE, harness::everyone()).await;
    half.socket
        .write_all(b"GET /more HTTP/1.1\r\n")
        .await
        .unwrap();
    server.write(event(1));
    half.hear_until(":1\n").await;
    half.socket.shutdown().await.unwrap();
    server.is_empty().await;
    // While it is full, too.
    let mut full = server.open(40, harness::everyone()).await;
    server.write(event(2));
    full.socket.shutdown().await.unwrap();
    server.is_empty().await;
}

#[tokio::test(start_paused = true)]
async fn one_that_is_ended_says_so_and_ends_its_answer() {
    let server = Server::new();
    let client = server.open(WIDE, harness::everyone()).await;
    assert_eq!(server.registry.dismiss("owner", |_| true), 1);
    let text = client.rest().await;
    assert!(text.contains("event: over\ndata: {\"by\":\"owner\""));
    // Nobody ends it: tokio's time runs on until its own is over.
    let client = server.open(WIDE, harness::everyone()).await;
    let text = client.rest().await;
    let (_, last) = text.trim_end().rsplit_once("\n\n").unwrap();
    assert!(last.starts_with("retry: "), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_shard_is_over_when_its_last_stream_is() {
    let server = Server::new();
    let client = server.open(WIDE, harness::everyone()).await;
    drop(server.shards);
    let mut task = server.task;
    let waited = timeout(Duration::from_secs(1), &mut task).await;
    assert!(waited.is_err(), "a stream is open");
    server.hub.close();
    client.rest().await;
    task.await.unwrap();
}
