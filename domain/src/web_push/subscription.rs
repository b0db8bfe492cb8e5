//! Devices that want to be told with the page closed.

use super::LastPush;
use crate::{
    Timestamp, Unavailable,
    ids::PushSubscriptionId,
    language::Language,
    users::{SessionId, UserId},
};

/// The most devices of one user.
pub const MAX_SUBSCRIPTIONS: u32 = 20;

/// The longest address of a device, in bytes. Those of today have up to 600.
pub const MAX_ENDPOINT: usize = 2000;

/// The bytes of a device's public key: a point of P-256, uncompressed.
pub const P256DH_BYTES: usize = 65;

/// The bytes of the secret that a device shares with whoever may write to it.
pub const AUTH_BYTES: usize = 16;

/// By what one of one's own subscriptions is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PushSubscriptionKey {
    /// Its identity.
    Id(PushSubscriptionId),
    /// Its address.
    Endpoint(String),
}

/// With what a message for one device is encrypted (RFC 8291).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushKeys {
    /// The device's public key: a point of P-256, uncompressed.
    pub p256dh: Vec<u8>,
    /// The secret that the device shares with whoever may write to it.
    pub auth: Vec<u8>,
}

/// A subscription, as a browser sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriptionDraft {
    /// Where messages for the device are sent to.
    pub endpoint: String,
    /// With what they are encrypted.
    pub keys: PushKeys,
    /// What the browser calls itself (`User-Agent`); possibly nothing.
    pub device: String,
    /// The shop's own address, as the device has reached it: `https://shop.example`. The
    /// service is told, so that it knows whom to ask; `None` where nobody else could.
    pub contact: Option<String>,
    /// The language of the page on which the device was added.
    pub language: Language,
}

/// A subscription that was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadSubscription {
    /// The address is none that a browser would give.
    #[error("the endpoint is no https address of up to {MAX_ENDPOINT} characters")]
    Endpoint,
    /// The address leads into a private network.
    #[error("the endpoint is in a private network")]
    PrivateAddress,
    /// The keys are none.
    #[error("p256dh is no point of P-256, or auth has not {AUTH_BYTES} bytes")]
    Keys,
}

impl SubscriptionDraft {
    /// Whether it has the size of a subscription.
    ///
    /// # Errors
    /// See [`BadSubscription`].
    pub fn check(&self) -> Result<(), BadSubscription> {
        if self.endpoint.is_empty() || self.endpoint.len() > MAX_ENDPOINT {
            return Err(BadSubscription::Endpoint);
        }
        if self.keys.p256dh.len() != P256DH_BYTES || self.keys.auth.len() != AUTH_BYTES {
            return Err(BadSubscription::Keys);
        }
        Ok(())
    }
}

/// A subscription that shall be kept.
#[derive(Debug, Clone)]
pub struct NewPushSubscription {
    /// Whose it is.
    pub user: UserId,
    /// The session in which the device was added.
    pub session: SessionId,
    /// The subscription.
    pub draft: SubscriptionDraft,
}

/// A device that is told with the page closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PushSubscription {
    /// Its identity.
    pub id: PushSubscriptionId,
    /// Whose it is.
    pub user: UserId,
    /// Where messages for the device are sent to. Whoever knows it and the shop's key
    /// can write to the device, so it is shown to nobody but its user.
    pub endpoint: String,
    /// With what they are encrypted.
    pub keys: PushKeys,
    /// What the browser calls itself (`User-Agent`); possibly nothing.
    pub device: String,
    /// The shop's own address, as the device has reached it; `None` where nobody else
    /// could.
    pub contact: Option<String>,
    /// In which language its user reads: the one chosen for all devices, or else that of
    /// the page on which the device was added.
    pub language: Language,
    /// When the device was added.
    pub created_at: Timestamp,
    /// What became of the last message, where there was one.
    pub last: Option<LastPush>,
}

/// A device was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SubscribeError {
    /// Something is wrong with the subscription.
    #[error(transparent)]
    Bad(#[from] BadSubscription),
    /// The user has [`MAX_SUBSCRIPTIONS`] devices.
    #[error("a user has up to {MAX_SUBSCRIPTIONS} devices that ring; remove one first")]
    TooMany,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
