//! One stream: what its reader missed, from memory or the log; then what rings.
//!
//! It listens before it reads, and skips what it has sent, so nothing falls
//! between. Where the doorbell was missed (the reader was too slow, or a number
//! is missing) it reads again. Where what it needs was pruned meanwhile, it says
//! `reset`.

use super::{
    feed::Feed,
    frame,
    hub::{Hub, Ring, RungEvent},
    limits::Permit,
    pulse,
    registry::Registration,
    sync::broadcast::{Receiver, error::RecvError},
    tally::{Reason, Tally},
};
use crate::{metrics::METRICS, net::unflushed::Unflushed};
use axum::body::Body;
use bytes::{Bytes, BytesMut};
use domain::{
    cursor::Seq,
    event::{Hello, Over, Reset},
    ports::{Calendar, EventLog, ReadError, Unavailable},
};
use futures::stream;
use rand::Rng;
use std::{ops::RangeInclusive, pin::Pin, sync::Arc};
use tokio::time::{Sleep, sleep};

/// How long a reader waits before it comes back whose stream an administrator
/// ended, in milliseconds.
const DISMISSED: RangeInclusive<u32> = 30_000..=60_000;

/// From where a reader wants to read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// From now.
    Now,
    /// After an event of this log, up to which the reader knows the orders.
    After(Seq),
    /// After an event of this log that a stream told, and with it all messages
    /// that had waited.
    Resume(Seq),
    /// From a place that this log does not have: everything has to be read anew.
    Reset,
}

/// What streams tell of.
#[derive(Clone)]
pub(crate) struct Source {
    pub(crate) log: Arc<dyn EventLog>,
    pub(crate) calendar: Arc<dyn Calendar>,
    pub(crate) hub: Hub,
}

/// An open stream.
pub(crate) struct EventStream {
    log: Arc<dyn EventLog>,
    calendar: Arc<dyn Calendar>,
    hub: Hub,
    feed: Feed,
    unflushed: Unflushed,
    tally: Tally,
    bell: Receiver<Ring>,
    registration: Registration,
    permit: Permit,
    /// Ends when the stream has lasted for its time.
    life: Pin<Box<Sleep>>,
    /// The last event that was sent, or passed over.
    seq: Seq,
    /// How many events it read so far; counted until it had caught up once.
    missed: usize,
    caught_up: bool,
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
        Source { log, calendar, hub }: Source,
        feed: Feed,
        start: Start,
        registration: Registration,
        permit: Permit,
        unflushed: Unflushed,
    ) -> Result<Self, Unavailable> {
        let bell = feed.listen(&hub);
        let head = hub.head();
        let retry = permit.retry();
        let clock = calendar.clock(calendar.now());
        let mut opening = BytesMut::from(frame::OPENING);
        opening.extend_from_slice(&frame::retry(retry));
        opening.extend_from_slice(&frame::word(
            "hello",
            &Hello {
                stream: registration.stream().to_owned(),
                head,
                user: registration.user().map(str::to_owned),
                heartbeat: registration.heartbeat(),
                retry,
                time: clock.time,
                offset: clock.offset,
            },
        ));
        let seq = match start {
            Start::After(seq) | Start::Resume(seq) => seq,
            Start::Now => feed.beginning(&hub, head.seq),
            Start::Reset => {
                METRICS.resets.inc();
                opening.extend_from_slice(&frame::word("reset", &Reset { head }));
                feed.beginning(&hub, head.seq)
            }
        };
        let lead_in = match start {
            Start::Resume(_) => frame::place(hub.cursor(seq)),
            _ => feed.lead_in(&hub, &*log, seq).await?,
        };
        opening.extend_from_slice(&lead_in);
        Ok(Self {
            log,
            calendar,
            hub,
            unflushed,
            tally: Tally::open(feed.name()),
            feed,
            bell,
            registration,
            life: Box::pin(sleep(permit.lifetime())),
            permit,
            seq,
            missed: 0,
            caught_up: false,
            state: State::Opening(opening.freeze()),
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
                    if let Some(bytes) = self.hear(ring) {
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
        let head = self.hub.head();
        let read = self.feed.read(&self.hub, &*self.log, self.seq);
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
        self.missed += events.len();
        if !more && !std::mem::replace(&mut self.caught_up, true) {
            METRICS.replayed.observe(self.missed as f64);
        }
        let mut bytes = BytesMut::new();
        for event in events {
            bytes.extend_from_slice(&self.take(&event).unwrap_or_default());
        }
        if let State::Listening = self.state {
            bytes.extend_from_slice(&pulse::beat(&*self.calendar, head));
        }
        (!bytes.is_empty()).then(|| bytes.freeze())
    }

    /// Goes on from where the log is whole: what the reader was about to get is
    /// not kept any more.
    async fn start_over(&mut self) -> Bytes {
        METRICS.resets.inc();
        let head = self.hub.head();
        self.seq = self.feed.beginning(&self.hub, head.seq);
        let lead_in = self.feed.lead_in(&self.hub, &*self.log, self.seq);
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
        let bytes = self.feed.tell(event, &*self.calendar)?;
        self.tally.delivered += 1;
        if let Some(committed) = event.committed
            && self.tally.is_measured
        {
            self.unflushed.hand(committed);
        }
        Some(bytes)
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
        self.say_goodbye(if self.hub.is_closing() {
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
