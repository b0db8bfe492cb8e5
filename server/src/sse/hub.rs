//! The doorbell: hands each event, encoded once, to the streams that are open.
//!
//! It promises nothing: whoever does not hear it reads the log.

use super::frame;
use bytes::Bytes;
use domain::{
    cursor::{Cursor, Epoch, Seq},
    event::{Audience, Event, EventName},
    order::OrderId,
};
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicU32, Ordering},
    },
};
use tokio::sync::broadcast;
use tokio_util::sync::CancellationToken;

/// How many events of one order wait for a follower: it has but a few at all.
const FOLLOWED: usize = 16;

/// What the streams hear.
#[derive(Clone)]
pub(crate) enum Ring {
    /// An event of the log.
    Event(Arc<RungEvent>),
    /// A word of the moment: not in the log, and gone when missed.
    Word(Bytes),
}

/// An event of the log, encoded.
pub(crate) struct RungEvent {
    pub(crate) seq: Seq,
    pub(crate) name: EventName,
    pub(crate) audience: Audience,
    /// Whether its order's story ends here.
    pub(crate) last: bool,
    pub(crate) bytes: Bytes,
}

/// The one place where events become audible. Clones are the same hub.
#[derive(Clone)]
pub(crate) struct Hub(Arc<Inner>);

struct Inner {
    epoch: AtomicU32,
    head: AtomicI64,
    desk: broadcast::Sender<Ring>,
    /// A channel for each order that somebody follows, so that a follower
    /// wakes for its own order alone.
    orders: Mutex<HashMap<OrderId, broadcast::Sender<Ring>>>,
    closing: CancellationToken,
}

impl Hub {
    /// A hub that keeps the last `capacity` events for each stream; a stream
    /// that falls further behind reads the log.
    pub(crate) fn new(capacity: usize) -> Self {
        Self(Arc::new(Inner {
            epoch: AtomicU32::new(0),
            head: AtomicI64::new(0),
            desk: broadcast::Sender::new(capacity),
            orders: Mutex::default(),
            closing: CancellationToken::new(),
        }))
    }

    /// Says which log it rings for, and how far that had come.
    pub(crate) fn start(&self, epoch: Epoch, head: Seq) {
        self.0.epoch.store(epoch.0, Ordering::Release);
        self.0.head.store(head.0, Ordering::Release);
    }

    /// The newest event that rang.
    pub(crate) fn head(&self) -> Cursor {
        self.cursor(Seq(self.0.head.load(Ordering::Acquire)))
    }

    /// The cursor of an event of this log.
    pub(crate) fn cursor(&self, seq: Seq) -> Cursor {
        Cursor {
            epoch: Epoch(self.0.epoch.load(Ordering::Acquire)),
            seq,
        }
    }

    /// Rings for an event that was just committed. Events come in the order of
    /// their `seq`.
    pub(crate) fn publish(&self, event: Event) {
        let id = self.cursor(event.seq);
        let rung = |data: &str, last| {
            Ring::Event(Arc::new(RungEvent {
                seq: event.seq,
                name: event.name,
                audience: event.audience,
                last,
                bytes: frame::event(event.name.as_str(), id, data),
            }))
        };
        // No receiver is no failure: nobody is there to hear.
        let _ = self.0.desk.send(rung(&event.data, false));
        self.0.head.store(event.seq.0, Ordering::Release);
        if let Some(progress) = &event.progress
            && let Some(followers) = self.orders().get(&progress.order)
        {
            let _ = followers.send(rung(&progress.data, progress.last));
        }
    }

    /// Says a word to the back office.
    pub(crate) fn tell_desk(&self, word: Bytes) {
        let _ = self.0.desk.send(Ring::Word(word));
    }

    /// Says a word to everybody.
    pub(crate) fn tell_all(&self, word: &Bytes) {
        self.tell_desk(word.clone());
        for followers in self.orders().values() {
            let _ = followers.send(Ring::Word(word.clone()));
        }
    }

    /// Listens to everything that the back office hears, from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Ring> {
        self.0.desk.subscribe()
    }

    /// Listens to one order, from now on.
    pub(crate) fn follow(&self, order: OrderId) -> broadcast::Receiver<Ring> {
        let mut orders = self.orders();
        orders.retain(|_, followers| followers.receiver_count() > 0);
        orders
            .entry(order)
            .or_insert_with(|| broadcast::Sender::new(FOLLOWED))
            .subscribe()
    }

    /// Ends all streams, and those that come later.
    pub(crate) fn close(&self) {
        self.0.closing.cancel();
    }

    /// A token that is cancelled when the hub closes, or by itself.
    pub(crate) fn stream_token(&self) -> CancellationToken {
        self.0.closing.child_token()
    }

    fn orders(&self) -> MutexGuard<'_, HashMap<OrderId, broadcast::Sender<Ring>>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
