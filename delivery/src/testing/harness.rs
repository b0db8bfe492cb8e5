//! What tests of the stream share: a real one over a log in memory, and the
//! account of what it told.

use super::memory_log::{MemoryLog, event, event_of};
use crate::{
    Cursor, Doorbell, EventStream, Extent, History, Hub, LimitOptions, NewConnection, Reader,
    ReaderId, Seq, Source, Start, StreamLimits, StreamRegistry, Subscription, SystemClock,
    Timestamp, TopicId, WholeLog,
};
use std::{sync::Arc, time::Duration};

/// A hub that rings for an empty log.
pub(crate) fn hub(capacity: usize, replay: usize) -> Hub {
    let hub = Hub::new(capacity, replay);
    hub.start(Extent {
        history: History::default(),
        pruned: Seq(0),
        head: Seq(0),
    });
    hub
}

/// What streams of that log are made from.
pub(crate) fn source(log: Arc<MemoryLog>, hub: Hub) -> Source {
    let clock = Arc::new(SystemClock);
    Source { log, clock, hub }
}

/// Commits an event, every third one of topic 1, and rings for it if asked to.
pub(crate) fn commit(log: &MemoryLog, hub: &Hub, seq: i64, rings: bool) {
    let event = if seq % 3 == 0 {
        event_of(TopicId(1), seq)
    } else {
        event(seq)
    };
    log.commit(event.clone());
    if rings {
        hub.ring(event);
    }
}

/// Whoever may see all that is for everyone.
pub(crate) fn everyone() -> WholeLog {
    WholeLog { reader: None }
}

/// A reader whom everybody knows.
pub(crate) fn li() -> NewConnection {
    NewConnection {
        reader: Reader {
            id: ReaderId(1),
            name: "li".to_owned(),
            session: vec![7],
        },
        since: Timestamp::from_millis(0),
        address: None,
        agent: String::new(),
        device: None,
    }
}

/// Opens a stream, where tokio's timer runs.
pub(crate) async fn open(
    source: Source,
    subscription: impl Subscription + 'static,
    start: Start,
) -> EventStream {
    let registry = StreamRegistry::new(Duration::from_secs(15));
    let registration = registry.enter_unknown(source.hub.stream_token());
    let limits = StreamLimits::new(LimitOptions::default());
    let permit = limits.admit(None, None).unwrap();
    let stream = EventStream::open(source, subscription, start, registration, permit);
    stream.await.unwrap()
}

/// What the whole chunks of an answer say that has not ended (RFC 9112, section 7.1).
pub(crate) fn unchunked(mut answer: &str) -> String {
    let mut text = String::new();
    while let Some((length, rest)) = answer.split_once("\r\n") {
        let length = usize::from_str_radix(length, 16).unwrap();
        assert_ne!(length, 0, "the answer has ended");
        let Some((chunk, rest)) = rest.split_at_checked(length + 2) else {
            break;
        };
        text.push_str(chunk.strip_suffix("\r\n").unwrap());
        answer = rest;
    }
    text
}

/// A block of a stream.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Block {
    /// An event, by its number.
    Event(i64),
    /// From where it goes on.
    Cursor(i64),
    /// All up to there was told.
    Tick(i64),
    Reset,
    Other,
}

/// The blocks of a text, which ends with one.
pub(crate) fn blocks(text: &str) -> impl Iterator<Item = Block> {
    text.split_terminator("\n\n").map(|block| {
        let id = block.lines().find_map(|line| line.strip_prefix("id: "));
        let seq = id.map(|id| id.split_once(':').unwrap().1.parse().unwrap());
        match seq {
            Some(seq) if block.contains("event: change") => Block::Event(seq),
            Some(seq) => Block::Cursor(seq),
            None if block.contains("event: reset") => Block::Reset,
            None if block.contains("event: tick") => Block::Tick(head(block)),
            None => Block::Other,
        }
    })
}

/// Up to where a tick says that the log goes.
fn head(block: &str) -> i64 {
    let (_, rest) = block.split_once(r#""head":""#).unwrap();
    let (cursor, _) = rest.split_once('"').unwrap();
    cursor.parse::<Cursor>().unwrap().seq.0
}

/// Up to where a reader of the whole log was told everything, each event once.
pub(crate) struct Account {
    /// The last event that is known; `None` until it is said which that is.
    pub(crate) at: Option<i64>,
    /// How often it had to start over.
    pub(crate) resets: usize,
    /// How often it was told that this was all.
    pub(crate) ticks: usize,
}

impl Account {
    pub(crate) fn new(start: Start) -> Self {
        let at = match start {
            Start::After(seq) | Start::Resume(seq) => Some(seq.0),
            Start::Now | Start::Reset => None,
        };
        Self {
            at,
            resets: 0,
            ticks: 0,
        }
    }

    /// Takes what was told next, and sees that it follows.
    pub(crate) fn hear(&mut self, text: &str) {
        for block in blocks(text) {
            match block {
                Block::Event(seq) => {
                    assert_eq!(Some(seq), self.at.map(|at| at + 1), "{text}");
                    self.at = Some(seq);
                }
                Block::Cursor(seq) => {
                    assert!(self.at.is_none_or(|at| at == seq), "{text}");
                    self.at = Some(seq);
                }
                Block::Reset => {
                    self.at = None;
                    self.resets += 1;
                }
                Block::Tick(head) => {
                    assert!(Some(head) <= self.at, "not told yet: {text}");
                    self.ticks += 1;
                }
                Block::Other => {}
            }
        }
    }
}
