//! One stream: what its reader missed, from memory or the log; then what rings.
//!
//! It listens before it reads, and skips what it has sent, so nothing falls
//! between. Where the doorbell was missed (the reader was too slow, or a number
//! is missing) it reads again. Where what it needs was pruned meanwhile, it says
//! `reset`.

use super::{
    feed::Feed,
    frame,
    hub::{Ring, RungEvent},
    limits::Permit,
    opening::{Opening, Source, Start},
    pulse,
    registry::Registration,
    sync::broadcast::{
        Receiver,
        error::{RecvError, TryRecvError},
    },
    tally::{Reason, Tally},
};
use crate::{metrics::METRICS, net::unflushed::Unflushed};
use axum::body::Body;
use bytes::{Bytes, BytesMut};
use domain::{
    cursor::Seq,
    event::{Over, Reset},
    ports::{ReadError, Unavailable},
};
use futures::stream;
use rand::Rng;
use std::{ops::RangeInclusive, pin::Pin};
use tokio::time::{Sleep, sleep};

/// How long a reader waits before it comes back whose stream an administrator
/// ended, in milliseconds.
const DISMISSED: RangeInclusive<u32> = 30_000..=60_000;

/// About how many bytes are joined to one piece, at the most.
const PIECE: usize = 16 * 1024;

/// An open stream.
pub(crate) struct EventStream {
    source: Source,
    feed: Feed,
    tally: Tally,
    bell: Receiver<Ring>,
    registration: Registration,
    permit: Permit,
    /// Ends when the stream has lasted for its time.
    life: Pin<Box<Sleep>>,
    /// The last event that was sent, or passed over.
    seq: Seq,
    state: State,
}

enum State {
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
    /// Opens a stream.
    ///
    /// # Errors
    /// The log can't be read.
    pub(crate) async fn open(
        source: Source,
        feed: Feed,
        start: Start,
        registration: Registration,
        permit: Permit,
        unflushed: Option<Unflushed>,
    ) -> Result<Self, Unavailable> {
        // First listens, then looks what there is.
        let bell = feed.listen(&source.hub);
        let opening = Opening::new(&source, &feed, start, &registration, permit.retry()).await?;
        Ok(Self {
            tally: Tally::open(feed.name(), unflushed),
            source,
            feed,
            bell,
            registration,
            life: Box::pin(sleep(permit.lifetime())),
            permit,
            seq: opening.seq,
            state: State::Opening(opening.bytes),
        })
    }

    /// The stream as the body of an answer.
    pub(crate) fn into_body(self) -> Body {
        Body::from_stream(stream::unfold(self, |mut stream| async move {
            let bytes = stream.next().await?;
            Some((Ok::<_, Unavailable>(bytes), stream))
        }))
    }

    /// The next bytes to send; `None` when all was said.
    pub(crate) async fn next(&mut self) -> Option<Bytes> {
        loop {
            match std::mem::replace(&mut self.state, State::Over) {
                State::Opening(bytes) => {
                    self.state = State::Reading;
                    return Some(bytes);
                }
                State::Reading if self.registration.is_ended() => {
                    return Some(self.end());
                }
                State::Reading => {
                    if let Some(bytes) = self.read().await {
                        return Some(bytes);
                    }
                }
                State::Listening => {
                    let end = self.registration.ended();
                    // Most of the time it is the bell: the others are asked where
                    // it is silent.
                    let ring = tokio::select! {
                        biased;
                        ring = self.bell.recv() => ring,
                        () = end => return Some(self.end()),
                        () = &mut self.life => return Some(self.say_goodbye(Reason::Lifetime)),
                    };
                    self.state = State::Listening;
                    if let Some(bytes) = self.hear_all(ring) {
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
        let head = self.source.hub.head();
        let read = self
            .feed
            .read(&self.source.hub, &*self.source.log, self.seq);
        let (events, more) = match read.await {
            Ok(page) => page,
            Err(ReadError::Pruned) => return Some(self.start_over().await),
            // The reader comes back, with the cursor of what it has.
            Err(ReadError::Unavailable(_)) => return Some(self.say_goodbye(Reason::Database)),
        };
        self.state = if more {
            State::Reading
        } else {
            State::Listening
        };
        self.tally.read(events.len(), more);
        let mut bytes = BytesMut::new();
        for event in events {
            bytes.extend_from_slice(&self.take(&event).unwrap_or_default());
        }
        if let State::Listening = self.state {
            bytes.extend_from_slice(&pulse::beat(&*self.source.calendar, head));
        }
        (!bytes.is_empty()).then(|| bytes.freeze())
    }

    /// Goes on from where the log is whole: what the reader was about to get is
    /// not kept any more.
    async fn start_over(&mut self) -> Bytes {
        METRICS.resets.inc();
        let head = self.source.hub.head();
        self.seq = self.feed.beginning(&self.source.hub, head.seq);
        let lead_in = self
            .feed
            .lead_in(&self.source.hub, &*self.source.log, self.seq);
        let Ok(lead_in) = lead_in.await else {
            return self.say_goodbye(Reason::Database);
        };
        self.state = State::Reading;
        let mut bytes = BytesMut::from(&frame::word("reset", &Reset { head })[..]);
        bytes.extend_from_slice(&lead_in);
        bytes.freeze()
    }

    /// Moves on to an event; the bytes to send for it, if it is for this reader.
    fn take(&mut self, event: &RungEvent) -> Option<Bytes> {
        self.seq = event.seq;
        if event.last {
            self.state = State::Over;
            self.tally.reason = Reason::Told;
        }
        let bytes = self.feed.tell(event, &*self.source.calendar)?;
        self.tally.hand(event);
        Some(bytes)
    }

    /// What there is to send for a ring of the bell and for those that wait
    /// behind it: in one piece, which costs less than each by itself.
    fn hear_all(&mut self, ring: Result<Ring, RecvError>) -> Option<Bytes> {
        let mut first = self.hear(ring);
        let mut all = BytesMut::new();
        while matches!(self.state, State::Listening) && all.len() < PIECE {
            let ring = match self.bell.try_recv() {
                Ok(ring) => Ok(ring),
                Err(TryRecvError::Lagged(count)) => Err(RecvError::Lagged(count)),
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            };
            if let Some(bytes) = self.hear(ring) {
                all.extend_from_slice(&first.take().unwrap_or_default());
                all.extend_from_slice(&bytes);
            }
        }
        first.or_else(|| (!all.is_empty()).then(|| all.freeze()))
    }

    /// What there is to send for a ring of the bell.
    fn hear(&mut self, ring: Result<Ring, RecvError>) -> Option<Bytes> {
        match ring {
            Ok(Ring::Word(bytes)) => {
                self.tally.count();
                Some(bytes)
            }
            Ok(Ring::Event(event)) if event.seq <= self.seq => None,
            Ok(Ring::Event(event)) => {
                if self.feed.is_gapless() && event.seq.0 != self.seq.0 + 1 {
                    self.state = State::Reading;
                    return None;
                }
                self.take(&event)
            }
            Err(RecvError::Lagged(_)) => {
                METRICS.lags.inc();
                self.state = State::Reading;
                None
            }
            Err(RecvError::Closed) => Some(self.end()),
        }
    }

    /// The end that somebody else wants.
    fn end(&mut self) -> Bytes {
        self.say_goodbye(if self.source.hub.is_closing() {
            Reason::Shutdown
        } else {
            Reason::Ended
        })
    }

    /// The end that the reader is asked to come back from.
    fn say_goodbye(&mut self, reason: Reason) -> Bytes {
        self.state = State::Over;
        self.tally.reason = reason;
        match self.registration.dismissed_by() {
            None => frame::retry(self.permit.retry()),
            Some(by) => {
                let (by, retry) = (by.to_owned(), rand::rng().random_range(DISMISSED));
                let over = frame::word("over", &Over { by, retry });
                Bytes::from([frame::retry(retry), over].concat())
            }
        }
    }
}

#[cfg(test)]
#[path = "stream_tests.rs"]
mod tests;
