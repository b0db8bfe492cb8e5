//! Looking something up once for all who ask for it at the same time: after a
//! restart all pages of a session come back at once.

use domain::Unavailable;
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use std::{
    collections::HashMap,
    hash::Hash,
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tracing::Instrument;

type Lookup<V> = Shared<BoxFuture<'static, Result<V, Unavailable>>>;

/// The lookups that are under way, by key. Clones are the same.
pub(crate) struct SharedLookup<K, V>(Arc<Mutex<HashMap<K, Lookup<V>>>>);

impl<K, V> Clone for SharedLookup<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K, V> Default for SharedLookup<K, V> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K, V> SharedLookup<K, V>
where
    K: Clone + Eq + Hash + Send + 'static,
    V: Clone + Send + Sync + 'static,
{
    /// What is found for `key`: by the lookup that is under way, or else by
    /// `lookup`.
    ///
    /// # Errors
    /// The store did not answer.
    pub(crate) async fn find(
        &self,
        key: &K,
        lookup: impl Future<Output = Result<V, Unavailable>> + Send + 'static,
    ) -> Result<V, Unavailable> {
        let shared = {
            let mut under_way = self.under_way();
            let shared = under_way.get(key).cloned();
            shared.unwrap_or_else(|| {
                let shared = self.start(key.clone(), lookup);
                under_way.insert(key.clone(), shared.clone());
                shared
            })
        };
        shared.await
    }

    /// Whoever asks from now on gets a lookup of its own: answers have changed.
    pub(crate) fn forget_all(&self) {
        self.under_way().clear();
    }

    /// Looks up to the end even if nobody waits any more: an answer that was left
    /// half way would be an old one when somebody came for it.
    fn start(
        &self,
        key: K,
        lookup: impl Future<Output = Result<V, Unavailable>> + Send + 'static,
    ) -> Lookup<V> {
        let lookups = self.clone();
        let finding = async move {
            // One that panics is over, too: whoever comes next gets another.
            let found = AssertUnwindSafe(lookup).catch_unwind().await;
            lookups.under_way().remove(&key);
            found.unwrap_or(Err(Unavailable))
        };
        // In the span of the request that asked first.
        tokio::spawn(finding.in_current_span())
            .map(|found| found.unwrap_or(Err(Unavailable)))
            .boxed()
            .shared()
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<K, Lookup<V>>> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn who_asks_after_a_change_is_not_told_what_was_looked_up_before() {
        let lookups = SharedLookup::default();
        let (answer, waiting) = oneshot::channel();
        let before = lookups.find(&1, async { Ok(waiting.await.unwrap()) });
        let mut before = std::pin::pin!(before);
        assert!(futures::poll!(&mut before).is_pending());
        lookups.forget_all();
        assert_eq!(lookups.find(&1, async { Ok("new") }).await, Ok("new"));
        answer.send("old").unwrap();
        assert_eq!(before.await, Ok("old"));
    }

    #[tokio::test]
    async fn one_that_panics_does_not_answer_those_who_come_later() {
        let lookups = SharedLookup::default();
        let panics = lookups.find(&1, async { panic!("on purpose") });
        assert_eq!(panics.await, Err(Unavailable));
        assert_eq!(lookups.find(&1, async { Ok("found") }).await, Ok("found"));
    }
}
