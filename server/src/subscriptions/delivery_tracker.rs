//! Which messages each user got, so that one who was away gets them on the next
//! connect, once.
//!
//! Streams only note them in memory; a task saves what was noted. After a
//! crash a message may come again to a page that is new, never too few times; a
//! reader that names the last event of its stream gets each exactly once.

use delivery::Event;
use domain::{Seq, ShopClock, Unavailable, messages::Delivery, ports::Store, users::UserId};
use parking_lot::{Mutex, MutexGuard};
use std::{
    collections::HashMap,
    sync::{Arc, atomic::AtomicI64},
};
use tokio::sync::{Mutex as AsyncMutex, Notify};

/// The messages that were handed over. Clones are the same.
#[derive(Clone)]
pub(crate) struct DeliveryTracker(Arc<Inner>);

struct Inner {
    marks: Mutex<Marks>,
    noted: Notify,
    saving: AsyncMutex<()>,
    clock: Arc<dyn ShopClock>,
}

#[derive(Default)]
struct Marks {
    /// Up to where each user got all messages.
    got: HashMap<UserId, Seq>,
    /// The newest message that was noted for each user who has a stream.
    newest: HashMap<UserId, Arc<AtomicI64>>,
    /// What the store does not know yet.
    unsaved: Vec<Delivery>,
}

impl DeliveryTracker {
    /// No message was handed over yet.
    pub(crate) fn new(clock: Arc<dyn ShopClock>) -> Self {
        Self(Arc::new(Inner {
            marks: Mutex::default(),
            noted: Notify::new(),
            saving: AsyncMutex::default(),
            clock,
        }))
    }

    /// The number of the newest message that was noted for the user: older ones, and the
    /// same one on the user's other streams, need not be noted.
    pub(crate) fn newest(&self, user: UserId) -> Arc<AtomicI64> {
        self.marks().newest.entry(user).or_default().clone()
    }

    /// Notes that a message was handed to one of the user's streams.
    pub(crate) fn got(&self, user: UserId, seq: Seq) {
        let mut marks = self.marks();
        let got = marks.got.entry(user).or_default();
        if seq > *got {
            *got = seq;
            let at = self.0.clock.now();
            marks.unsaved.push(Delivery { seq, user, at });
            self.0.noted.notify_one();
        }
    }

    /// The messages up to `until` that the user has not got.
    ///
    /// # Errors
    /// The store did not answer.
    pub(crate) async fn missed(
        &self,
        store: &dyn Store,
        user: UserId,
        until: Seq,
    ) -> Result<Vec<Event>, Unavailable> {
        if self.got_up_to(user).is_some_and(|got| got >= until) {
            return Ok(Vec::new());
        }
        let got = match self.got_up_to(user) {
            Some(got) => got,
            None => self.recall(store, user).await?,
        };
        if got >= until {
            return Ok(Vec::new());
        }
        let missed = store.messages(user, got, until).await?;
        if missed.is_empty() {
            let mut marks = self.marks();
            let got = marks.got.entry(user).or_default();
            *got = until.max(*got);
        }
        Ok(missed)
    }

    fn got_up_to(&self, user: UserId) -> Option<Seq> {
        self.marks().got.get(&user).copied()
    }

    /// Up to where the user had got messages when the server started.
    async fn recall(&self, store: &dyn Store, user: UserId) -> Result<Seq, Unavailable> {
        let last = store.last_message(user).await?;
        Ok(*self.marks().got.entry(user).or_insert(last))
    }

    /// Waits until there is something to save.
    pub(crate) async fn noted(&self) {
        self.0.noted.notified().await;
    }

    /// Saves what was noted.
    ///
    /// # Errors
    /// The store did not answer; what is not saved is tried again next time.
    pub(crate) async fn save(&self, store: &dyn Store) -> Result<(), Unavailable> {
        // Who finds nothing to save may rely on the store to know it all.
        let _saving = self.0.saving.lock().await;
        let unsaved = std::mem::take(&mut self.marks().unsaved);
        if unsaved.is_empty() {
            return Ok(());
        }
        let saved = store.delivered(unsaved.clone()).await;
        if saved.is_err() {
            self.marks().unsaved.splice(0..0, unsaved);
        }
        saved
    }

    fn marks(&self) -> MutexGuard<'_, Marks> {
        self.0.marks.lock()
    }
}
