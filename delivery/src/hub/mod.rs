//! The doorbell: hands each event, encoded once, to the streams that are open.
//!
//! It promises nothing: whoever does not hear it reads the log.

use super::{
    frame,
    recent::Recent,
    sync::{AtomicI64, Mutex, MutexGuard, RwLock, RwLockWriteGuard, broadcast},
};
use crate::{metrics::METRICS, net::unflushed::Committed, store::Extent};
use bytes::Bytes;
use domain::{
    cursor::{Cursor, Seq},
    event::{Audience, Event, EventName},
    history::History,
    order::OrderId,
    time::Timestamp,
};
use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, atomic::Ordering},
};
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
    /// After this it is told to nobody any more; `None` for never.
    pub(crate) expires_at: Option<Timestamp>,
    /// When it was committed, where it rings for that; not where it is read
    /// again.
    pub(crate) committed: Option<Committed>,
    pub(crate) bytes: Bytes,
}

/// The one place where events become audible. Clones are the same hub.
#[derive(Clone)]
pub(crate) struct Hub(Arc<Inner>);

struct Inner {
    history: OnceLock<History>,
    pruned: AtomicI64,
    head: AtomicI64,
    last_message: AtomicI64,
    recent: RwLock<Recent<Arc<RungEvent>>>,
    desk: broadcast::Sender<Ring>,
    /// A channel for each order that somebody follows, so that a follower
    /// wakes for its own order alone.
    orders: Mutex<HashMap<OrderId, broadcast::Sender<Ring>>>,
    closing: CancellationToken,
}

impl Hub {
    /// A hub that keeps the last `capacity` rings for each open stream, and the
    /// last `recent` events for streams that fell further behind or come back;
    /// whoever needs more reads the log.
    pub(crate) fn new(capacity: usize, recent: usize) -> Self {
        Self(Arc::new(Inner {
            history: OnceLock::new(),
            pruned: AtomicI64::new(0),
            head: AtomicI64::new(0),
            last_message: AtomicI64::new(0),
            recent: RwLock::new(Recent::new(recent)),
            desk: broadcast::Sender::new(capacity),
            orders: Mutex::default(),
            closing: CancellationToken::new(),
        }))
    }

    /// Says which log it rings for, before the first event.
    pub(crate) fn start(&self, log: Extent) {
        self.prune(log.pruned);
        self.0.head.store(log.head.0, Ordering::Release);
        // Whether it is one is of no importance: none is newer.
        self.0.last_message.store(log.head.0, Ordering::Release);
        self.recent_mut().start(log.head);
        // A hub starts once.
        let _ = self.0.history.set(log.history);
    }

    /// Says that the log is pruned up to that event.
    pub(crate) fn prune(&self, until: Seq) {
        self.0.pruned.store(until.0, Ordering::Release);
    }

    /// The newest event that was pruned: the log has all that comes after it.
    pub(crate) fn pruned(&self) -> Seq {
        Seq(self.0.pruned.load(Ordering::Acquire))
    }

    /// The newest event that rang.
    pub(crate) fn head(&self) -> Cursor {
        self.cursor(Seq(self.0.head.load(Ordering::Acquire)))
    }

    /// The newest event up to `seq` that may be a message: none between the two
    /// is one. Of an event that has not rung yet, as a page may know it from the
    /// log, that can't be told.
    pub(crate) fn last_message(&self, seq: Seq) -> Seq {
        // In this order: whatever the head has passed is counted.
        if seq.0 > self.0.head.load(Ordering::Acquire) {
            return seq;
        }
        seq.min(Seq(self.0.last_message.load(Ordering::Acquire)))
    }

    /// The cursor of an event of this log.
    pub(crate) fn cursor(&self, seq: Seq) -> Cursor {
        self.history().cursor(seq)
    }

    /// Who wrote the log.
    pub(crate) fn history(&self) -> &History {
        self.0.history.get_or_init(History::default)
    }

    /// Up to `limit` events after `seq`, oldest first, without reading the log;
    /// `None` where they are not that recent.
    pub(crate) fn recent(&self, seq: Seq, limit: usize) -> Option<Vec<Arc<RungEvent>>> {
        let recent = self.0.recent.read().unwrap_or_else(PoisonError::into_inner);
        recent.after(seq, limit)
    }

    /// Rings for an event that was just committed. Events come in the order of
    /// their `seq`.
    pub(crate) fn publish(&self, event: Event) {
        METRICS
            .events
            .with_label_values(&[event.name.as_str()])
            .inc();
        let committed = Some(Committed::now());
        let rung = self.encode_as(&event, &event.data, false, committed);
        // Who listens first and then looks here misses nothing.
        self.recent_mut().push(rung.clone());
        // No receiver is no failure: nobody is there to hear.
        let _ = self.0.desk.send(Ring::Event(rung));
        if event.name == EventName::Psh {
            self.0.last_message.store(event.seq.0, Ordering::Release);
        }
        self.0.head.store(event.seq.0, Ordering::Release);
        if let Some(progress) = &event.progress
            && let Some(followers) = self.orders().get(&progress.order)
        {
            let rung = self.encode_as(&event, &progress.data, progress.last, committed);
            let _ = followers.send(Ring::Event(rung));
        }
    }

    /// An event as the back office gets it.
    pub(crate) fn encode(&self, event: &Event) -> Arc<RungEvent> {
        self.encode_as(event, &event.data, false, None)
    }

    /// An event as its order's customer gets it, if it is about an order.
    pub(crate) fn encode_progress(&self, event: &Event) -> Option<Arc<RungEvent>> {
        let progress = event.progress.as_ref()?;
        Some(self.encode_as(event, &progress.data, progress.last, None))
    }

    fn encode_as(
        &self,
        event: &Event,
        data: &str,
        last: bool,
        committed: Option<Committed>,
    ) -> Arc<RungEvent> {
        Arc::new(RungEvent {
            seq: event.seq,
            name: event.name,
            audience: event.audience,
            last,
            expires_at: event.expires_at,
            committed,
            bytes: frame::event(event.name.as_str(), self.cursor(event.seq), data),
        })
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

    /// Whether all streams are to end.
    pub(crate) fn is_closing(&self) -> bool {
        self.0.closing.is_cancelled()
    }

    /// A token that is cancelled when the hub closes, or by itself.
    pub(crate) fn stream_token(&self) -> CancellationToken {
        self.0.closing.child_token()
    }

    fn recent_mut(&self) -> RwLockWriteGuard<'_, Recent<Arc<RungEvent>>> {
        // The window is whole at every step: a panic elsewhere can't break it.
        self.0
            .recent
            .write()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn orders(&self) -> MutexGuard<'_, HashMap<OrderId, broadcast::Sender<Ring>>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sync::broadcast::error::TryRecvError, *};
    use domain::event::Progress;

    fn event_of(order: i64, seq: i64) -> Event {
        Event {
            seq: Seq(seq),
            name: EventName::Change,
            audience: Audience::Admins,
            data: "{}".to_owned(),
            progress: Some(Progress {
                order: OrderId(order),
                data: "{}".to_owned(),
                last: false,
            }),
            expires_at: None,
        }
    }

    #[test]
    fn who_follows_one_order_does_not_wake_for_others() {
        let hub = Hub::new(16, 16);
        let (mut follower, mut desk) = (hub.follow(OrderId(1)), hub.listen());
        for seq in 1..=10 {
            hub.publish(event_of(2, seq));
        }
        assert!(matches!(follower.try_recv(), Err(TryRecvError::Empty)));
        assert!(desk.try_recv().is_ok());
        hub.publish(event_of(1, 11));
        assert!(matches!(follower.try_recv(), Ok(Ring::Event(event)) if event.seq == Seq(11)));
    }

    #[test]
    fn what_has_not_rung_yet_may_be_a_message() {
        let hub = Hub::new(16, 16);
        hub.publish(event_of(1, 1));
        assert_eq!(hub.last_message(Seq(1)), Seq(0));
        // Committed, and known to a page, before it rings.
        assert_eq!(hub.last_message(Seq(2)), Seq(2));
        hub.publish(Event {
            name: EventName::Psh,
            ..event_of(1, 2)
        });
        hub.publish(event_of(1, 3));
        assert_eq!(hub.last_message(Seq(3)), Seq(2));
        assert_eq!(hub.last_message(Seq(1)), Seq(1));
    }

    #[test]
    fn an_order_that_nobody_follows_any_more_has_no_channel() {
        let hub = Hub::new(16, 16);
        drop(hub.follow(OrderId(1)));
        let _follower = hub.follow(OrderId(2));
        assert_eq!(hub.orders().len(), 1);
    }
}
