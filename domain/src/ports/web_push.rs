//! The ports through which devices are told with the page closed, and by which they are
//! kept.

use crate::{
    Unavailable,
    users::UserId,
    web_push::{
        BadSubscription, LastPush, NewPushSubscription, PushSubscription, PushSubscriptionId,
        PushSubscriptionKey, SubscribeError, SubscriptionDraft, WebPushAnswer, WebPushError,
        WebPushMessage,
    },
};
use async_trait::async_trait;

/// Sending to devices.
#[async_trait]
pub trait WebPush: Send + Sync {
    /// The public key of the shop, by which a device knows who may write to it: a point
    /// of P-256, uncompressed, in base64url without padding. It is always the same.
    async fn key(&self) -> Result<String, Unavailable>;

    /// Whether messages can be sent to such a subscription, as far as can be said
    /// without sending one.
    fn check(&self, draft: &SubscriptionDraft) -> Result<(), BadSubscription>;

    /// Sends a message to a device, and waits for what its service says, at most ten
    /// seconds. It changes nothing of the subscription.
    async fn send(
        &self,
        to: &PushSubscription,
        message: &WebPushMessage,
    ) -> Result<WebPushAnswer, WebPushError>;
}

/// Sending of a process that serves no pages: nothing is sent.
#[derive(Debug, Clone, Copy)]
pub struct NoWebPush;

#[async_trait]
impl WebPush for NoWebPush {
    async fn key(&self) -> Result<String, Unavailable> {
        Err(Unavailable)
    }

    fn check(&self, _: &SubscriptionDraft) -> Result<(), BadSubscription> {
        Ok(())
    }

    async fn send(
        &self,
        _: &PushSubscription,
        _: &WebPushMessage,
    ) -> Result<WebPushAnswer, WebPushError> {
        Err(Unavailable.into())
    }
}

/// Devices, and the key of the shop.
#[async_trait]
pub trait PushSubscriptions: Send + Sync {
    /// The private key of the shop, if there is one.
    async fn push_key(&self) -> Result<Option<Vec<u8>>, Unavailable>;

    /// Keeps a private key, unless there is one; gives the one that is kept.
    async fn keep_push_key(&self, key: &[u8]) -> Result<Vec<u8>, Unavailable>;

    /// Keeps a device, unless its user is disabled or has too many. One of the same
    /// address is changed: it belongs to whoever has added it last.
    async fn subscribe(
        &self,
        new: NewPushSubscription,
    ) -> Result<PushSubscriptionId, SubscribeError>;

    /// All devices, in the order in which they were added.
    async fn push_subscriptions(&self) -> Result<Vec<PushSubscription>, Unavailable>;

    /// The devices of a user, in the order in which they were added.
    async fn push_subscriptions_of(
        &self,
        user: UserId,
    ) -> Result<Vec<PushSubscription>, Unavailable>;

    /// Removes a device of a user; says whether there was one.
    async fn unsubscribe(
        &self,
        user: UserId,
        key: PushSubscriptionKey,
    ) -> Result<bool, Unavailable>;

    /// Notes what became of the last message to a device.
    async fn note_push(&self, id: PushSubscriptionId, last: LastPush) -> Result<(), Unavailable>;
}
