//! A stream, from its opening to its end.

use super::{
    closing::closing, preamble::Preamble, source::Source, start::Start, subscriber::Subscriber,
};
use crate::{
    Control, LogError, Seq,
    admission::Permit,
    control::Reset,
    encode,
    hub::{Broadcast, heard},
    metrics::{EndReason, METRICS, StreamMetrics},
    presence::Registration,
    subscription::Subscription,
    sync::broadcast::Receiver,
};
use bytes::{Bytes, BytesMut};
use std::{future::pending, pin::Pin};
use tokio::time::{Sleep, sleep};

/// About how many bytes are joined to one piece, at the most.
pub(super) const PIECE: usize = 16 * 1024;

/// An open stream: an answer for axum, or a stream of bytes
/// ([`EventStream::into_stream`]).
pub struct EventStream {
    pub(super) subscriber: Subscriber,
    pub(super) metrics: StreamMetrics,
    /// `None` while a shard listens for it.
    pub(super) channel: Option<Receiver<Broadcast>>,
    pub(super) registration: Registration,
    permit: Permit,
    /// Ends when the stream has lasted for its time.
    pub(super) life: Pin<Box<Sleep>>,
    /// The last event that was sent, or passed over.
    pub(super) seq: Seq,
    pub(super) state: State,
}

pub(super) enum State {
    /// Nothing was said yet: these bytes come first.
    Opening(Bytes),
    /// There may be more than was sent.
    Reading,
    /// All was sent: waits for the bell.
    Listening,
    /// Everything was said.
    Over,
}

impl EventStream {
    /// Opens a stream, where tokio's timer runs.
    ///
    /// # Errors
    /// The log can't be read.
    pub async fn open(
        source: Source,
        subscription: impl Subscription + 'static,
        start: Start,
        registration: Registration,
        permit: Permit,
    ) -> Result<Self, LogError> {
        let subscriber = Subscriber {
            source,
            subscription: Box::new(subscription),
        };
        // First listens, then looks what there is.
        let channel = subscriber.listen();
        let preamble = Preamble::new(&subscriber, start, &registration, permit.retry()).await?;
        Ok(Self {
            metrics: StreamMetrics::open(subscriber.subscription.name()),
            subscriber,
            channel: Some(channel),
            registration,
            life: Box::pin(sleep(permit.lifetime())),
            permit,
            seq: preamble.seq,
            state: State::Opening(preamble.bytes),
        })
    }

    /// The next bytes to send, one or several whole events; `None` when all was
    /// said. Cancel safe: nothing is lost when the future is dropped.
    pub async fn next(&mut self) -> Option<Bytes> {
        loop {
            match &mut self.state {
                State::Opening(bytes) => {
                    let bytes = std::mem::take(bytes);
                    self.state = State::Reading;
                    return Some(bytes);
                }
                State::Reading if self.registration.is_closed() => {
                    return Some(self.end());
                }
                State::Reading => {
                    if let Some(bytes) = self.read().await {
                        return Some(bytes);
                    }
                }
                State::Listening => {
                    let end = self.registration.closed();
                    // Most of the time it is the bell: the others are asked where
                    // it is silent.
                    let heard = tokio::select! {
                        biased;
                        heard = next_of(&mut self.channel) => heard,
                        () = end => return Some(self.end()),
                        () = &mut self.life => return Some(self.finish(EndReason::Lifetime)),
                    };
                    if let Some(bytes) = self.hear_all(heard) {
                        return Some(bytes);
                    }
                }
                State::Over => return None,
            }
        }
    }

    /// Reads a page; what of it is for this reader, in one piece. With the last
    /// page comes a tick: all that was missed has been told.
    async fn read(&mut self) -> Option<Bytes> {
        // What is committed from now on may come after the tick.
        let head = self.subscriber.source.hub.head();
        let (events, more) = match self.subscriber.read(self.seq).await {
            Ok(page) => page,
            Err(LogError::Pruned) => return Some(self.start_over().await),
            // The reader comes back, with the cursor of what it has.
            Err(LogError::Unavailable) => return Some(self.finish(EndReason::Log)),
        };
        self.state = if more {
            State::Reading
        } else {
            State::Listening
        };
        self.metrics.read(events.len(), more);
        let mut bytes = BytesMut::new();
        for event in events {
            if let Some(told) = self.take(&event) {
                bytes.extend_from_slice(told);
            }
        }
        if let State::Listening = self.state {
            let now = self.subscriber.source.clock.local_now();
            bytes.extend_from_slice(&encode::control(&Control::tick(now, head)));
        }
        (!bytes.is_empty()).then(|| bytes.freeze())
    }

    /// Goes on from where the log is whole: what the reader was about to get is
    /// not kept any more.
    async fn start_over(&mut self) -> Bytes {
        METRICS.resets.inc();
        let Ok((reset, seq)) = self.reset().await else {
            return self.finish(EndReason::Log);
        };
        self.seq = seq;
        self.state = State::Reading;
        reset
    }

    async fn reset(&self) -> Result<(Bytes, Seq), LogError> {
        let Source { log, hub, .. } = &self.subscriber.source;
        // The log's own: what has rung may be pruned already.
        let head = log.head().await?;
        let seq = self.subscriber.beginning(head);
        let lead_in = self.subscriber.lead_in(seq).await?;
        let head = hub.cursor(head);
        let reset = encode::control(&Control::Reset(Reset { head }));
        Ok((Bytes::from([reset, lead_in].concat()), seq))
    }

    /// The end that somebody else wants.
    pub(super) fn end(&mut self) -> Bytes {
        self.finish(if self.subscriber.source.hub.is_closing() {
            EndReason::Shutdown
        } else {
            EndReason::Ended
        })
    }

    /// The end from which the reader is asked to come back.
    pub(super) fn finish(&mut self, reason: EndReason) -> Bytes {
        self.state = State::Over;
        self.metrics.set_reason(reason);
        closing(&self.registration, &self.permit)
    }
}

/// What the channel has; nothing ever, where a shard listens.
async fn next_of(channel: &mut Option<Receiver<Broadcast>>) -> Option<Broadcast> {
    match channel {
        Some(channel) => heard::next(channel).await,
        None => pending().await,
    }
}
