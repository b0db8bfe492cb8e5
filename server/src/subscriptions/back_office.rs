//! An administrator's stream: everything that the user may see, and the messages
//! that waited.

use super::DeliveryTracker;
use delivery::{EncodedEvent, Event, LogError, Seq, Subscription, async_trait};
use domain::{ports::Store, users::UserId};
use std::sync::Arc;

/// What an administrator is told.
pub(crate) struct BackOffice {
    user: UserId,
    store: Arc<dyn Store>,
    deliveries: DeliveryTracker,
}

impl BackOffice {
    /// As it is counted.
    pub(crate) const NAME: &str = "desk";

    pub(crate) fn new(user: UserId, store: Arc<dyn Store>, deliveries: DeliveryTracker) -> Self {
        Self {
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
        if event.expires_at.is_some() {
            self.deliveries.got(self.user, event.seq);
        }
    }
}
