//! Looking up the session of a request. Those who ask for the same one while the
//! answer is under way share it: after a restart all pages come back at once.

use super::{sessions, unavailable};
use domain::{
    ports::Unavailable,
    time::Timestamp,
    user::{Session, SessionId},
};
use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use sqlx::SqlitePool;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tracing::Instrument;

type Found = Result<Option<Session>, Unavailable>;
type UnderWay = HashMap<SessionId, Shared<BoxFuture<'static, Found>>>;

/// The questions that are under way. Clones are the same.
#[derive(Clone, Default)]
pub(super) struct SessionLookups(Arc<Mutex<UnderWay>>);

impl SessionLookups {
    /// The session, unless it has ended.
    ///
    /// # Errors
    /// The store did not answer.
    pub(super) async fn find(&self, db: &SqlitePool, id: &SessionId, now: Timestamp) -> Found {
        let lookup = {
            let mut under_way = self.under_way();
            let lookup = under_way.get(id).cloned();
            lookup.unwrap_or_else(|| {
                let lookup = self.ask(db.clone(), id.clone(), now);
                under_way.insert(id.clone(), lookup.clone());
                lookup
            })
        };
        lookup.await
    }

    /// Who asks from now on gets an answer of its own: the session has changed.
    pub(super) fn forget(&self, id: &SessionId) {
        self.under_way().remove(id);
    }

    /// Asks, to the end even if nobody waits any more: an answer that was left
    /// half way would be an old one when somebody came for it.
    fn ask(
        &self,
        db: SqlitePool,
        id: SessionId,
        now: Timestamp,
    ) -> Shared<BoxFuture<'static, Found>> {
        let lookups = self.clone();
        let asking = async move {
            let found = sessions::find(&db, &id, now).await.map_err(unavailable);
            lookups.forget(&id);
            found
        };
        // In the name of the request that asked first.
        tokio::spawn(asking.in_current_span())
            .map(|found| found.unwrap_or(Err(Unavailable)))
            .boxed()
            .shared()
    }

    fn under_way(&self) -> MutexGuard<'_, UnderWay> {
        // The map is whole at every step: a panic elsewhere can't break it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
