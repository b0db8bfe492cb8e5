//! What a stream tells whom, and how it begins and ends.

use crate::{
    Audience, Doorbell, EncodedEvent, Event, EventStream, Hub, LimitOptions, LogError, ReaderId,
    Seq, Start, StreamLimits, StreamRegistry, Subscription, Timestamp, Topic, TopicEvent, TopicId,
    WholeLog, async_trait,
    testing::{
        harness::{self, Block},
        memory_log::{MemoryLog, event, event_of},
    },
};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

/// A log and the hub that rings for it.
struct Server {
    log: Arc<MemoryLog>,
    hub: Hub,
}

impl Server {
    /// With so many events in memory.
    fn new(replay: usize) -> Self {
        Self {
            log: Arc::default(),
            hub: harness::hub(16, replay),
        }
    }

    fn write(&self, event: Event) {
        self.log.commit(event.clone());
        self.hub.ring(event);
    }

    async fn open(&self, subscription: impl Subscription + 'static, start: Start) -> EventStream {
        let source = harness::source(self.log.clone(), self.hub.clone());
        harness::open(source, subscription, start).await
    }
}

/// What the stream tells until it waits for the bell.
async fn told(stream: &mut EventStream) -> String {
    let mut text = String::new();
    while let Ok(Some(bytes)) = tokio::time::timeout(Duration::from_millis(1), stream.next()).await
    {
        text.push_str(std::str::from_utf8(&bytes).unwrap());
    }
    text
}

fn events(text: &str) -> Vec<i64> {
    let of_event = |block| match block {
        Block::Event(seq) => Some(seq),
        _ => None,
    };
    harness::blocks(text).filter_map(of_event).collect()
}

fn for_reader(seq: i64, reader: i64) -> Event {
    Event {
        audience: Audience::Reader(ReaderId(reader)),
        ..event(seq)
    }
}

fn expiring(seq: i64, at: i64) -> Event {
    Event {
        expires_at: Some(Timestamp::from_millis(at)),
        ..event(seq)
    }
}

/// The year 9999.
const FAR: i64 = i64::MAX;

#[tokio::test(start_paused = true)]
async fn nobody_is_told_what_is_for_another() {
    for replay in [0, 9] {
        let server = Server::new(replay);
        let all = [event(1), for_reader(2, 1), for_reader(3, 2), event(4)];
        // Two of the past, and two that ring.
        let (past, to_come) = all.split_at(2);
        past.iter().cloned().for_each(|event| server.write(event));
        for (reader, expected) in [(Some(1), vec![1, 2]), (Some(2), vec![1]), (None, vec![1])] {
            let reader = reader.map(ReaderId);
            let mut stream = server.open(WholeLog { reader }, Start::After(Seq(0))).await;
            assert_eq!(events(&told(&mut stream).await), expected);
        }
        let mut streams = Vec::new();
        for reader in [Some(ReaderId(1)), Some(ReaderId(2)), None] {
            let mut stream = server.open(WholeLog { reader }, Start::Now).await;
            told(&mut stream).await;
            streams.push(stream);
        }
        to_come
            .iter()
            .cloned()
            .for_each(|event| server.write(event));
        for (stream, expected) in streams.iter_mut().zip([vec![4], vec![3, 4], vec![4]]) {
            assert_eq!(events(&told(stream).await), expected);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_has_expired_is_told_to_nobody() {
    let server = Server::new(9);
    for event in [event(1), expiring(2, 1000), expiring(3, FAR)] {
        server.write(event);
    }
    let mut stream = server.open(harness::everyone(), Start::After(Seq(0))).await;
    assert_eq!(events(&told(&mut stream).await), [1, 3]);
}

#[tokio::test(start_paused = true)]
async fn what_rings_before_it_is_read_is_told_once() {
    let server = Server::new(9);
    let topic = TopicId(1);
    let mut whole = server.open(harness::everyone(), Start::Now).await;
    let mut story = server.open(Topic(topic), Start::Now).await;
    server.write(event_of(topic, 1));
    server.write(event_of(topic, 2));
    for stream in [&mut whole, &mut story] {
        assert_eq!(events(&told(stream).await), [1, 2]);
    }
}

/// A reader for whom events wait, and who notes what it was handed.
#[derive(Clone)]
struct Away(Arc<MemoryLog>, Arc<Mutex<Vec<i64>>>);

#[async_trait]
impl Subscription for Away {
    fn name(&self) -> &'static str {
        "away"
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        true
    }

    async fn waiting(&self, until: Seq) -> Result<Vec<Event>, LogError> {
        let mut all = crate::Log::after(&*self.0, Seq(0), 99).await?;
        all.retain(|event| event.seq <= until && event.expires_at.is_some());
        Ok(all)
    }

    fn handed_over(&self, event: &EncodedEvent) {
        self.1.lock().unwrap().push(event.seq.0);
    }
}

#[tokio::test(start_paused = true)]
async fn what_waits_is_handed_over_first_but_not_to_who_comes_back() {
    let server = Server::new(9);
    for event in [expiring(1, FAR), expiring(2, 1000), event(3), event(4)] {
        server.write(event);
    }
    for (start, expected) in [
        (Start::Now, vec![1]),
        (Start::Reset, vec![1]),
        (Start::After(Seq(3)), vec![1, 4]),
        (Start::Resume(Seq(3)), vec![4]),
    ] {
        let away = Away(server.log.clone(), Arc::default());
        let mut stream = server.open(away.clone(), start).await;
        assert_eq!(events(&told(&mut stream).await), expected, "{start:?}");
        assert_eq!(*away.1.lock().unwrap(), expected, "{start:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_topic_is_told_from_its_beginning_in_its_own_words_until_its_last() {
    let server = Server::new(9);
    let in_words = |seq, data: &str, last| Event {
        topic: Some(TopicEvent {
            id: TopicId(1),
            data: data.to_owned(),
            last,
        }),
        data: "secret".to_owned(),
        ..event(seq)
    };
    server.write(in_words(1, "one", false));
    server.write(event_of(TopicId(2), 2));
    let mut stream = server.open(Topic(TopicId(1)), Start::Now).await;
    let mut text = told(&mut stream).await;
    server.write(in_words(3, "two", true));
    while let Some(bytes) = stream.next().await {
        text.push_str(std::str::from_utf8(&bytes).unwrap());
    }
    assert_eq!(events(&text), [1, 3]);
    assert!(text.contains("data: one\n") && text.contains("data: two\n"));
    assert!(!text.contains("secret"));
}

#[tokio::test(start_paused = true)]
async fn what_was_pruned_without_a_ring_is_passed_over_once() {
    let server = Server::new(0);
    server.write(event(1));
    // Another process writes, and prunes what has rung here.
    (2..=9).for_each(|seq| server.log.commit(event(seq)));
    server.log.prune(Seq(5));
    let start = Start::After(Seq(0));
    let mut stream = server.open(harness::everyone(), start).await;
    let text = told(&mut stream).await;
    assert_eq!(text.matches("event: reset").count(), 1, "{text}");
    assert!(text.contains("id: 00000000:9\n"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_when_somebody_ends_it_or_its_time_is_over() {
    let server = Server::new(9);
    let registry = StreamRegistry::new(Duration::from_secs(15));
    let limits = StreamLimits::new(LimitOptions::default());
    let end = async |end: &dyn Fn(&str)| {
        let registration = registry.enter(harness::li(), server.hub.stream_token());
        let stream = registration.stream().to_owned();
        let permit = limits.admit(None, None).unwrap();
        let source = harness::source(server.log.clone(), server.hub.clone());
        let all = harness::everyone();
        let opened = EventStream::open(source, all, Start::Now, registration, permit);
        let mut opened = opened.await.unwrap();
        let hello = told(&mut opened).await;
        assert!(hello.contains(&stream) && hello.contains("\"user\":\"li\""));
        end(&stream);
        let said = opened.next().await.unwrap();
        assert_eq!(opened.next().await, None);
        String::from_utf8(said.to_vec()).unwrap()
    };
    let said = end(&|stream| registry.end(stream, ReaderId(1))).await;
    assert!(said.starts_with("retry: ") && !said.contains("event:"));
    let said = end(&|_| assert_eq!(registry.dismiss("owner", |_| true), 1)).await;
    assert!(
        said.contains("event: over\ndata: {\"by\":\"owner\""),
        "{said}"
    );
    // Nobody ends it: tokio's time runs on until its own is over.
    let said = end(&|_| {}).await;
    assert!(said.starts_with("retry: ") && !said.contains("event:"));
    let said = end(&|_| server.hub.close()).await;
    assert!(said.starts_with("retry: "));
    assert_eq!(registry.presence(None).streams, 0);
}
