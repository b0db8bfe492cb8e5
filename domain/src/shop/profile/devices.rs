//! Devices that are told with the page closed: everybody sees to their own.

use crate::{
    Unavailable,
    ports::WebPush,
    shop::{PeopleError, Shop, sessions::MAX_DEVICE},
    users::{Session, User},
    web_push::{
        LastPush, NewPushSubscription, PushOutcome, PushSubscription, PushSubscriptionId,
        PushSubscriptionKey, SubscribeError, SubscriptionDraft, WebPushAnswer, WebPushError,
        WebPushMessage,
    },
};
use std::sync::Arc;

impl Shop {
    /// The same shop with a way to the devices.
    #[must_use]
    pub fn with_web_push(self, web_push: Arc<dyn WebPush>) -> Self {
        Self { web_push, ..self }
    }

    /// The public key of the shop, as browsers take it.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn push_key(&self) -> Result<String, Unavailable> {
        self.web_push.key().await
    }

    /// Adds a device of one's own.
    ///
    /// # Errors
    /// See [`SubscribeError`].
    pub async fn subscribe(
        &self,
        draft: SubscriptionDraft,
        session: &Session,
    ) -> Result<PushSubscriptionId, SubscribeError> {
        draft.check()?;
        self.web_push.check(&draft)?;
        let new = NewPushSubscription {
            user: session.user.id,
            session: session.id.clone(),
            draft: SubscriptionDraft {
                device: draft.device.chars().take(MAX_DEVICE).collect(),
                ..draft
            },
        };
        self.store.subscribe(new).await
    }

    /// One's own devices, in the order in which they were added.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn devices_of(&self, user: &User) -> Result<Vec<PushSubscription>, Unavailable> {
        self.store.push_subscriptions_of(user.id).await
    }

    /// Removes a device of one's own.
    ///
    /// # Errors
    /// [`PeopleError::NotFound`]: it is none of one's own.
    pub async fn unsubscribe(
        &self,
        key: PushSubscriptionKey,
        by: &User,
    ) -> Result<(), PeopleError> {
        match self.store.unsubscribe(by.id, key).await? {
            true => Ok(()),
            false => Err(PeopleError::NotFound),
        }
    }

    /// Sends a message to a device, and keeps what became of it: a device that wants
    /// nothing any more is removed.
    ///
    /// # Errors
    /// See [`WebPushError`].
    pub async fn tell_device(
        &self,
        to: &PushSubscription,
        message: &WebPushMessage,
    ) -> Result<WebPushAnswer, WebPushError> {
        let sent = self.web_push.send(to, message).await;
        // What could not be kept has been logged, and shows again with the next message.
        let _ = match PushOutcome::of(&sent) {
            None => Ok(()),
            Some(PushOutcome::Gone) => {
                let key = PushSubscriptionKey::Id(to.id);
                self.store.unsubscribe(to.user, key).await.map(|_| ())
            }
            Some(outcome) => self.note_push(to, outcome).await,
        };
        sent
    }

    async fn note_push(
        &self,
        to: &PushSubscription,
        outcome: PushOutcome,
    ) -> Result<(), Unavailable> {
        let at = self.clock.now();
        let last = LastPush { at, outcome };
        match last.is_news(to.last) {
            true => self.store.note_push(to.id, last).await,
            false => Ok(()),
        }
    }
}
