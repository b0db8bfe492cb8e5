//! A subscription to a source: what there is to tell its reader.

use super::source::Source;
use crate::{
    LogError, Seq, encode,
    hub::{Broadcast, EncodedEvent},
    subscription::Subscription,
    sync::broadcast,
};
use bytes::{Bytes, BytesMut};
use std::sync::Arc;

/// How many events are read, and sent in one piece, at a time.
const PAGE: u32 = 256;

/// Whoever a stream is for.
pub(super) struct Subscriber {
    pub(super) source: Source,
    pub(super) subscription: Box<dyn Subscription>,
}

impl Subscriber {
    /// Listens for what the subscription is about, from now on.
    pub(super) fn listen(&self) -> broadcast::Receiver<Broadcast> {
        match self.subscription.topic() {
            None => self.source.hub.listen(),
            Some(topic) => self.source.hub.follow(topic),
        }
    }

    /// Whether the next event always has the next number, so that a missing
    /// number is a missing event.
    pub(super) fn is_gapless(&self) -> bool {
        self.subscription.topic().is_none()
    }

    /// From where a reader goes on that knows nothing, or nothing that is of use.
    pub(super) fn beginning(&self, head: Seq) -> Seq {
        match self.subscription.is_told_from_the_beginning() {
            true => self.source.hub.pruned(),
            false => head,
        }
    }

    /// What comes before the events after `seq`: the events that waited for the
    /// reader, and its cursor.
    ///
    /// # Errors
    /// The log can't be read.
    pub(super) async fn lead_in(&self, seq: Seq) -> Result<Bytes, LogError> {
        let hub = &self.source.hub;
        let mut bytes = BytesMut::new();
        let waiting = self.subscription.waiting(hub.last_waiting(seq)).await?;
        for event in waiting {
            let event = hub.encode(&event);
            if let Some(told) = self.tell(&event) {
                bytes.extend_from_slice(told);
            }
        }
        bytes.extend_from_slice(&encode::cursor(hub.cursor(seq)));
        Ok(bytes.freeze())
    }

    /// The next events after `seq`, from memory where they are recent, and
    /// whether there may be more.
    ///
    /// # Errors
    /// They are not kept any more, or the log can't be read.
    pub(super) async fn read(&self, seq: Seq) -> Result<(Vec<Arc<EncodedEvent>>, bool), LogError> {
        let Source { log, hub, .. } = &self.source;
        let Some(topic) = self.subscription.topic() else {
            if let Some(recent) = hub.recent(seq, PAGE as usize) {
                let more = recent.len() == PAGE as usize;
                return Ok((recent, more));
            }
            let page = log.after(seq, PAGE).await?;
            let told = page.iter().map(|event| hub.encode(event));
            return Ok((told.collect(), page.len() == PAGE as usize));
        };
        let page = log.topic_after(topic, seq, PAGE).await?;
        let told = page
            .iter()
            .filter_map(|event| hub.encode_for_topic(event, topic));
        Ok((told.collect(), page.len() == PAGE as usize))
    }

    /// The bytes to send for an event; `None` where it is not for this reader, or
    /// its time is over.
    pub(super) fn tell<'a>(&self, event: &'a EncodedEvent) -> Option<&'a Bytes> {
        let now = || self.source.clock.now();
        let is_over = event.expires_at.is_some_and(|end| end <= now());
        if is_over || !self.subscription.hears(event) {
            return None;
        }
        self.subscription.handed_over(event);
        Some(&event.bytes)
    }
}
