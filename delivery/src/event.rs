//! An event of the log, as a store keeps it and a stream tells it.

use crate::{Seq, Timestamp};

/// Who reads: the identity that whoever uses this crate gives its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderId(pub i64);

/// A part of the log that can be followed by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicId(pub i64);

/// Which of those who read the whole log an event is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// All of them.
    Everyone,
    /// One of them, on all streams.
    Reader(ReaderId),
}

impl Audience {
    /// Whether `reader` may see it.
    pub fn includes(self, reader: ReaderId) -> bool {
        match self {
            Self::Everyone => true,
            Self::Reader(id) => id == reader,
        }
    }
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity, everywhere.
    pub seq: Seq,
    /// What kind of thing happened, as `event:` says it.
    pub name: &'static str,
    /// Which readers of the whole log it is for.
    pub audience: Audience,
    /// What happened, as JSON.
    pub data: String,
    /// The topic that it is about, and the same told to those who follow it.
    pub topic: Option<TopicEvent>,
    /// Another topic: those who follow it learn that something happened, and nothing of
    /// what.
    pub bell: Option<TopicId>,
    /// After this it is told to nobody any more; `None` for never. An event that
    /// expires waits for readers who are away: they may get it with their next stream,
    /// even where that begins from now.
    pub expires_at: Option<Timestamp>,
}

impl Event {
    /// Whether those hear of it who follow `topic`.
    pub fn is_of(&self, topic: TopicId) -> bool {
        self.bell == Some(topic) || self.topic.as_ref().is_some_and(|of| of.id == topic)
    }
}

/// An event as those get it who follow its topic and nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicEvent {
    /// Which topic.
    pub id: TopicId,
    /// What happened, as JSON, without what is not for them.
    pub data: String,
    /// Whether nothing will ever come after it.
    pub last: bool,
}

/// An event that is about to be written: all but its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// See [`Event::name`].
    pub name: &'static str,
    /// See [`Event::audience`].
    pub audience: Audience,
    /// See [`Event::data`].
    pub data: String,
    /// See [`Event::topic`].
    pub topic: Option<TopicEvent>,
    /// See [`Event::bell`].
    pub bell: Option<TopicId>,
    /// See [`Event::expires_at`].
    pub expires_at: Option<Timestamp>,
}

impl NewEvent {
    /// An event for every reader of the whole log, of no topic, that never expires.
    pub fn for_everyone(name: &'static str, data: impl Into<String>) -> Self {
        Self {
            name,
            audience: Audience::Everyone,
            data: data.into(),
            topic: None,
            bell: None,
            expires_at: None,
        }
    }

    /// The event, at its place.
    pub fn at(self, seq: Seq) -> Event {
        Event {
            seq,
            name: self.name,
            audience: self.audience,
            data: self.data,
            topic: self.topic,
            bell: self.bell,
            expires_at: self.expires_at,
        }
    }
}
