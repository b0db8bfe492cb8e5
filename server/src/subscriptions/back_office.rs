//! An administrator's stream: everything that the user may see, and the messages
//! that waited.

use super::DeliveryTracker;
use delivery::{EncodedEvent, Event, LogError, Seq, Subscription, async_trait};
use domain::{ports::Store, users::UserId};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// What an administrator is told.
pub(crate) struct BackOffice {
    user: UserId,
    store: Arc<dyn Store>,
    deliveries: DeliveryTracker,
    /// See [`DeliveryTracker::newest`].
    newest: Arc<AtomicI64>,
}

impl BackOffice {
    /// As it is counted.
    pub(crate) const NAME: &str = "desk";

    pub(crate) fn new(user: UserId, store: Arc<dyn Store>, deliveries: DeliveryTracker) -> Self {
        Self {
            newest: deliveries.newest(user),
            user,
            store,
            deliveries,
        }
    }
}

#[async_trait]
impl Subscription for BackOffice {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn hears(&self, event: &EncodedEvent) -> bool {
        event.audience.includes(self.user.into())
    }

    async fn waiting(&self, until: Seq) -> Result<Vec<Event>, LogError> {
        let missed = self.deliveries.missed(&*self.store, self.user, until).await;
        missed.map_err(|_| LogError::Unavailable)
    }

    fn handed_over(&self, event: &EncodedEvent) {
        // Only messages wait for their readers.
        if event.expires_at.is_some()
            // Most streams only look: the user's first one has written it.
            && self.newest.load(Ordering::Acquire) < event.seq.0
            && self.newest.fetch_max(event.seq.0, Ordering::AcqRel) < event.seq.0
        {
            self.deliveries.got(self.user, event.seq);
        }
    }
}
