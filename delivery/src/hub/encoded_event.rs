//! What the hub sends to the streams.

use crate::{Audience, Event, History, Seq, Timestamp, TopicId, encode};
use bytes::Bytes;
use std::sync::Arc;

/// What the streams hear.
#[derive(Debug, Clone)]
pub enum Broadcast {
    /// An event of the log.
    Event(Arc<EncodedEvent>),
    /// A control event, encoded: not in the log, and gone when missed.
    Control(Bytes),
    /// Events were committed that nobody rang for, by another process: they have
    /// to be read from the log. Sent to those who follow a topic; readers of the
    /// whole log see it by a missing number.
    Missed,
}

impl Broadcast {
    /// The bytes to send; `None` where there is nothing to tell.
    pub(crate) fn bytes(&self) -> Option<&Bytes> {
        match self {
            Self::Event(event) => Some(&event.bytes),
            Self::Control(bytes) => Some(bytes),
            Self::Missed => None,
        }
    }
}

/// An event of the log, encoded once for all streams.
#[derive(Debug)]
pub struct EncodedEvent {
    /// Its place in the log.
    pub seq: Seq,
    /// What kind of thing happened; [`Self::BELL`] where that is not told.
    pub name: &'static str,
    /// Which readers of the whole log it is for.
    pub audience: Audience,
    /// Whether nothing will ever come after it in its topic. Always `false` in the
    /// whole log.
    pub last: bool,
    /// After this it is told to nobody any more; `None` for never.
    pub expires_at: Option<Timestamp>,
    /// The bytes to send.
    pub bytes: Bytes,
}

impl EncodedEvent {
    /// The name of an event of which nothing is told but that it happened.
    pub const BELL: &'static str = "bell";

    /// An event as readers of the whole log get it.
    pub fn of_log(event: &Event, history: &History) -> Self {
        Self::new(event, event.name, &event.data, false, history)
    }

    /// An event as those get it who follow `topic`, if it is of that topic.
    pub fn of_topic(event: &Event, topic: TopicId, history: &History) -> Option<Self> {
        if event.bell == Some(topic) {
            return Some(Self::new(event, Self::BELL, "{}", false, history));
        }
        let of = event.topic.as_ref().filter(|of| of.id == topic)?;
        Some(Self::new(event, event.name, &of.data, of.last, history))
    }

    fn new(event: &Event, name: &'static str, data: &str, last: bool, history: &History) -> Self {
        Self {
            seq: event.seq,
            name,
            audience: event.audience,
            last,
            expires_at: event.expires_at,
            bytes: encode::event(name, history.cursor(event.seq), data),
        }
    }
}
