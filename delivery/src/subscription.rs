//! What a stream tells, and to whom.

use crate::{Audience, Event, LogError, ReaderId, Seq, TopicId, hub::EncodedEvent};
use async_trait::async_trait;

/// What one stream tells: the whole log as one reader may see it, or one topic.
///
/// The methods without `async` are called for each event and each stream: they
/// should neither wait nor allocate.
#[async_trait]
pub trait Subscription: Send + Sync {
    /// What kind of stream it is, in a word: the label `feed` of the metrics.
    fn name(&self) -> &'static str;

    /// The topic that is followed; `None` for the whole log.
    ///
    /// The stream ends with the topic's last event, if there ever is one.
    fn topic(&self) -> Option<TopicId> {
        None
    }

    /// Whether a reader that knows nothing is told everything from the beginning, as far
    /// as it is kept, and not what happens from now on alone. By default a topic is told
    /// so, and the whole log is not.
    fn is_told_from_the_beginning(&self) -> bool {
        self.topic().is_some()
    }

    /// Whether the reader may see the event. It is asked at each delivery.
    fn hears(&self, event: &EncodedEvent) -> bool;

    /// The events up to `until` that still wait for the reader, oldest first: told
    /// first to readers who do not come back from a stream. None by default.
    ///
    /// # Errors
    /// The log can't be read.
    async fn waiting(&self, until: Seq) -> Result<Vec<Event>, LogError> {
        let _ = until;
        Ok(Vec::new())
    }

    /// Notes that the event was handed to the stream. It may still be lost on its
    /// way. Does nothing by default.
    fn handed_over(&self, event: &EncodedEvent) {
        let _ = event;
    }
}

/// The whole log, as one reader may see it.
#[derive(Debug, Clone, Copy)]
pub struct WholeLog {
    /// Who reads; `None` gets only what is for everyone.
    pub reader: Option<ReaderId>,
}

impl Subscription for WholeLog {
    fn name(&self) -> &'static str {
        "log"
    }

    fn hears(&self, event: &EncodedEvent) -> bool {
        match self.reader {
            Some(reader) => event.audience.includes(reader),
            None => event.audience == Audience::Everyone,
        }
    }
}

/// One topic, for whoever knows it.
#[derive(Debug, Clone, Copy)]
pub struct Topic(pub TopicId);

impl Subscription for Topic {
    fn name(&self) -> &'static str {
        "topic"
    }

    fn topic(&self) -> Option<TopicId> {
        Some(self.0)
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        // What is sent is the topic's own version of its events.
        true
    }
}
