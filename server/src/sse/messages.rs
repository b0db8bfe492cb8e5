//! Up to where each user got messages, so that one who was away gets them on
//! the next connect, once.
//!
//! Streams only raise a number in memory; a task saves what was raised. After a
//! crash a message may come again to a page that is new, never too few times; a
//! reader that names the last event of its stream gets each exactly once.

use domain::{
    cursor::Seq,
    event::Event,
    ports::{Store, Unavailable},
    user::UserId,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

/// The last message that a user got, and the last one known to the store.
#[derive(Default, Clone, Copy)]
struct Mark {
    got: Seq,
    saved: Seq,
}

/// The marks of all users. Clones are the same marks.
#[derive(Clone, Default)]
pub(crate) struct Messages(Arc<Inner>);

#[derive(Default)]
struct Inner {
    marks: Mutex<HashMap<UserId, Mark>>,
    raised: Notify,
}

impl Messages {
    /// Notes that a message was handed to one of the user's streams.
    pub(crate) fn got(&self, user: UserId, seq: Seq) {
        let mut marks = self.marks();
        let mark = marks.entry(user).or_default();
        if seq > mark.got {
            mark.got = seq;
            self.0.raised.notify_one();
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
        let got = self.marks().get(&user).map(|mark| mark.got);
        let got = match got {
            Some(got) => got,
            None => store.last_message(user).await?,
        };
        store.messages(user, got, until).await
    }

    /// Waits until there is something to save.
    pub(crate) async fn raised(&self) {
        self.0.raised.notified().await;
    }

    /// Saves what was raised.
    ///
    /// # Errors
    /// The store did not answer; what is not saved is tried again next time.
    pub(crate) async fn save(&self, store: &dyn Store) -> Result<(), Unavailable> {
        let raised: Vec<_> = self
            .marks()
            .iter()
            .filter(|(_, mark)| mark.got > mark.saved)
            .map(|(user, mark)| (*user, mark.got))
            .collect();
        for (user, seq) in raised {
            store.got_messages(user, seq).await?;
            self.marks().entry(user).or_default().saved = seq;
        }
        Ok(())
    }

    fn marks(&self) -> MutexGuard<'_, HashMap<UserId, Mark>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
