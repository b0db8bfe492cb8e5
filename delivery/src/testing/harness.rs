//! What tests of the stream share: a reader of the real one over a log of straw,
//! and the account of what it was told.

use super::{
    feed::Feed,
    hub::Hub,
    limits::StreamLimits,
    messages::Messages,
    opening::{Source, Start},
    registry::Registry,
    straw::Straw,
    stream::EventStream,
};
use crate::{clock::WallClock, store::Extent};
use domain::{
    cursor::{Cursor, Seq},
    history::History,
    ports::Calendar,
    user::{Role, User, UserId},
};
use jiff::tz::TimeZone;
use std::{sync::Arc, time::Duration};

/// A hub that rings for an empty log.
pub(super) fn hub(capacity: usize, recent: usize) -> Hub {
    let hub = Hub::new(capacity, recent);
    hub.start(Extent {
        history: History::default(),
        pruned: Seq(0),
        head: Seq(0),
    });
    hub
}

/// What an administrator is told.
pub(super) fn desk() -> Feed {
    Feed::Desk {
        user: User {
            id: UserId(1),
            name: "li".to_owned(),
            role: Role::Staff,
        },
        messages: Messages::new(calendar()),
    }
}

fn calendar() -> Arc<dyn Calendar> {
    Arc::new(WallClock(TimeZone::UTC))
}

/// Opens a stream, where tokio's clock is.
pub(super) async fn open(log: Arc<Straw>, hub: Hub, feed: Feed, start: Start) -> EventStream {
    let registry = Registry::new(Duration::from_secs(15));
    let registration = registry.pass("s".to_owned(), hub.stream_token());
    let permit = StreamLimits::none().admit(None, None).unwrap();
    let source = Source {
        log,
        calendar: calendar(),
        hub,
    };
    let stream = EventStream::open(source, feed, start, registration, permit, None);
    stream.await.unwrap()
}

/// A block of a stream.
pub(super) enum Block {
    /// An event, by its number.
    Event(i64),
    /// From where it goes on.
    Place(i64),
    /// All up to there was told.
    Tick(i64),
    Reset,
    Word,
}

/// The blocks of a text, which ends with one.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Block> {
    text.split_terminator("\n\n").map(|block| {
        let id = block.lines().find_map(|line| line.strip_prefix("id: "));
        let seq = id.map(|id| id.split_once(':').unwrap().1.parse().unwrap());
        match seq {
            Some(seq) if block.contains("event: change") => Block::Event(seq),
            Some(seq) => Block::Place(seq),
            None if block.contains("event: reset") => Block::Reset,
            None if block.contains("event: tick") => Block::Tick(head(block)),
            None => Block::Word,
        }
    })
}

/// Up to where a word of the stream says that the log goes.
fn head(block: &str) -> i64 {
    let (_, rest) = block.split_once(r#""head":""#).unwrap();
    let (cursor, _) = rest.split_once('"').unwrap();
    cursor.parse::<Cursor>().unwrap().seq.0
}

/// Up to where the back office was told everything, each event once.
pub(super) struct Account {
    /// The last event that is known; `None` until it is said which that is.
    pub(super) at: Option<i64>,
    /// How often it had to start over.
    pub(super) resets: usize,
    /// How often it was told that this was all.
    pub(super) ticks: usize,
}

impl Account {
    pub(super) fn new(start: Start) -> Self {
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
    pub(super) fn hear(&mut self, text: &str) {
        for block in blocks(text) {
            match block {
                Block::Event(seq) => {
                    assert_eq!(Some(seq), self.at.map(|at| at + 1), "{text}");
                    self.at = Some(seq);
                }
                Block::Place(seq) => {
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
                Block::Word => {}
            }
        }
    }
}
