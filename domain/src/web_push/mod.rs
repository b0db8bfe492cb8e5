//! Web Push (RFC 8030): telling the devices of those who work in the back office, also
//! while no page is open there.
//!
//! A browser that is asked to makes a [`PushSubscription`]: an address at the service of
//! its vendor, and the keys with which what is sent there has to be encrypted. A
//! [`WebPushMessage`] carries a [`PushNote`] for `public/sw.js`, which shows it. A
//! [`WebPushAnswer`] is what the service says to it.

mod answer;
mod message;
mod subscription;

pub use crate::ids::PushSubscriptionId;
pub use answer::{LastPush, PushOutcome, WebPushAnswer, WebPushError};
pub use message::{CloseNote, MAX_PAYLOAD, PushNote, ShowNote, Topic, Urgency, WebPushMessage};
pub use subscription::{
    AUTH_BYTES, BadSubscription, MAX_ENDPOINT, MAX_SUBSCRIPTIONS, NewPushSubscription,
    P256DH_BYTES, PushKeys, PushSubscription, PushSubscriptionKey, SubscribeError,
    SubscriptionDraft,
};
