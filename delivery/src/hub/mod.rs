//! The doorbell: hands each event, encoded once, to all open streams.
//!
//! It promises nothing: whoever does not hear it reads the log.

mod encoded_event;
pub(crate) mod heard;
pub mod replay_buffer;
mod topics;

pub use encoded_event::{Broadcast, EncodedEvent};

use crate::{
    Control, Cursor, Doorbell, Event, Extent, History, Seq, TopicId, encode,
    metrics::METRICS,
    sync::{AtomicI64, Mutex, RwLock, broadcast},
};
use replay_buffer::{Position, ReplayBuffer};
use std::sync::{Arc, OnceLock, atomic::Ordering};
use tokio_util::sync::CancellationToken;
use topics::Topics;

/// Where events become audible. Clones are the same hub.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    history: OnceLock<History>,
    pruned: AtomicI64,
    head: AtomicI64,
    last_waiting: AtomicI64,
    replay: RwLock<ReplayBuffer<Arc<EncodedEvent>>>,
    whole_log: broadcast::Sender<Broadcast>,
    topics: Mutex<Topics>,
    closing: CancellationToken,
}

impl Hub {
    /// A hub whose channel keeps the last `capacity` broadcasts for streams that
    /// are slow, and which keeps the last `replay` events in memory for streams
    /// that fell further behind or come back. Whoever needs older ones reads the
    /// log.
    pub fn new(capacity: usize, replay: usize) -> Self {
        Self(Arc::new(Inner {
            history: OnceLock::new(),
            pruned: AtomicI64::new(0),
            head: AtomicI64::new(0),
            last_waiting: AtomicI64::new(0),
            replay: RwLock::new(ReplayBuffer::new(replay)),
            whole_log: broadcast::Sender::new(capacity.max(1)),
            topics: Mutex::new(Topics::default()),
            closing: CancellationToken::new(),
        }))
    }

    /// Says which log the hub rings for. Call it once, before the first event.
    pub fn start(&self, log: Extent) {
        self.prune(log.pruned);
        self.0.head.store(log.head.0, Ordering::Release);
        // Whether it is one that waits does not matter: none is newer.
        self.0.last_waiting.store(log.head.0, Ordering::Release);
        self.0.replay.write().start(log.head);
        // A second start has nothing to say: the history of an open log is fixed.
        let _ = self.0.history.set(log.history);
    }

    /// Says that the log was pruned up to that event, after it was.
    pub fn prune(&self, until: Seq) {
        self.0.pruned.store(until.0, Ordering::Release);
    }

    /// Forgets the events up to that one, which read otherwise in the log by now:
    /// whoever needs them reads them there.
    pub fn forget(&self, until: Seq) {
        self.0.replay.write().forget(until);
    }

    /// The newest event that was pruned: the log has all that comes after it.
    pub fn pruned(&self) -> Seq {
        Seq(self.0.pruned.load(Ordering::Acquire))
    }

    /// The newest event that rang, as a cursor. The log may be ahead of it.
    pub fn head(&self) -> Cursor {
        self.cursor(Seq(self.0.head.load(Ordering::Acquire)))
    }

    /// The newest event that no stream can have told before it was this one: what is read
    /// from the store now is at least as new as whatever any reader has heard of. It may be
    /// ahead of [`Self::head`] for a moment.
    pub fn newest(&self) -> Seq {
        self.0.replay.read().newest()
    }

    /// The newest event up to `seq` that may wait for readers who are away: none
    /// between the two expires (see [`Event::expires_at`]). Of an event that has
    /// not rung yet, as a page may know it from the log, that can't be told.
    pub fn last_waiting(&self, seq: Seq) -> Seq {
        // In this order: what the head has passed is taken into account.
        if seq.0 > self.0.head.load(Ordering::Acquire) {
            return seq;
        }
        seq.min(Seq(self.0.last_waiting.load(Ordering::Acquire)))
    }

    /// The cursor of an event of this log.
    pub fn cursor(&self, seq: Seq) -> Cursor {
        self.history().cursor(seq)
    }

    /// Who wrote the log.
    pub fn history(&self) -> &History {
        self.0.history.get_or_init(History::default)
    }

    /// Up to `limit` events after `seq`, oldest first, without reading the log;
    /// `None` where they are not kept in memory.
    pub fn recent(&self, seq: Seq, limit: usize) -> Option<Vec<Arc<EncodedEvent>>> {
        self.0.replay.read().after(seq, limit)
    }

    /// An event as readers of the whole log get it.
    pub fn encode(&self, event: &Event) -> Arc<EncodedEvent> {
        Arc::new(EncodedEvent::of_log(event, self.history()))
    }

    /// An event as those get it who follow `topic`, if it is of that topic.
    pub fn encode_for_topic(&self, event: &Event, topic: TopicId) -> Option<Arc<EncodedEvent>> {
        EncodedEvent::of_topic(event, topic, self.history()).map(Arc::new)
    }

    /// Sends a control event to all streams of the whole log.
    pub fn tell_whole_log(&self, control: &Control) {
        self.send(Broadcast::Control(encode::control(control)));
    }

    /// Sends a control event to all streams.
    pub fn tell_all(&self, control: &Control) {
        let control = Broadcast::Control(encode::control(control));
        self.send(control.clone());
        self.0.topics.lock().send_all(&control);
    }

    /// Listens to the whole log, from now on.
    pub fn listen(&self) -> broadcast::Receiver<Broadcast> {
        self.0.whole_log.subscribe()
    }

    /// Listens to one topic, from now on.
    pub fn follow(&self, topic: TopicId) -> broadcast::Receiver<Broadcast> {
        self.0.topics.lock().follow(topic)
    }

    /// Ends all streams, and those that open later.
    pub fn close(&self) {
        self.0.closing.cancel();
    }

    /// Whether all streams are to end.
    pub fn is_closing(&self) -> bool {
        self.0.closing.is_cancelled()
    }

    /// A token for one stream, which is cancelled when the hub closes, or by
    /// itself.
    pub fn stream_token(&self) -> CancellationToken {
        self.0.closing.child_token()
    }

    fn send(&self, broadcast: Broadcast) {
        // No receiver is no failure: nobody is there to hear.
        let _ = self.0.whole_log.send(broadcast);
    }

    /// Events before `seq` were committed and did not ring.
    fn tell_of_hole(&self, seq: Seq) {
        // Whether one of them waits is not known: it may.
        self.0.last_waiting.store(seq.0 - 1, Ordering::Release);
        // Streams of the whole log see the missing numbers by themselves.
        self.0.topics.lock().send_all(&Broadcast::Missed);
    }
}

impl Doorbell for Hub {
    fn ring(&self, event: Event) {
        let seq = event.seq;
        let encoded = self.encode(&event);
        // Who listens first and then looks here misses nothing.
        match self.0.replay.write().push(seq, encoded.clone()) {
            Position::Known => return,
            Position::AfterHole => self.tell_of_hole(seq),
            Position::Next => {}
        }
        METRICS.events.with_label_values(&[event.name]).inc();
        if event.expires_at.is_some() {
            self.0.last_waiting.store(seq.0, Ordering::Release);
        }
        self.send(Broadcast::Event(encoded));
        let topic = event.topic.as_ref().map(|topic| topic.id);
        for topic in topic.into_iter().chain(event.bell) {
            let encode = || self.encode_for_topic(&event, topic).map(Broadcast::Event);
            self.0.topics.lock().send(topic, encode);
        }
        // Last: a tick that names this head comes after the event in all channels.
        self.0.head.store(seq.0, Ordering::Release);
    }
}

#[cfg(test)]
mod tests;
