//! Who got an event, and who saw it.

use super::Sender;
use crate::{Cursor, Seq, Timestamp, users::UserId};
use serde::{Deserialize, Serialize};

/// What a page says it has shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The events.
    #[serde(default)]
    pub seen: Vec<ShownEvent>,
    /// Every message that the user got, up to this place in the log: for readers
    /// who keep no list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Cursor>,
}

impl Shown {
    /// The most events that are taken at once.
    pub const MOST: usize = 500;
}

/// An event that a page has shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownEvent {
    /// The event, by its `id:`.
    pub id: Cursor,
    /// How long ago, in milliseconds: the page's own clock may be wrong.
    #[serde(default)]
    pub ago: u32,
}

/// A message was handed to one of a user's streams, for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The message.
    pub seq: Seq,
    /// To whom.
    pub user: UserId,
    /// When.
    pub at: Timestamp,
}

/// An event was shown to a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The event.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
}

/// An event was shown to a user who had not seen it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FirstSeen {
    /// When the event happened.
    pub happened_at: Timestamp,
    /// When it was shown.
    pub seen_at: Timestamp,
}

/// What became of a message with one of those that it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// Who.
    pub name: String,
    /// When it was handed to one of the user's streams, if it was.
    pub delivered_at: Option<Timestamp>,
    /// When one of the user's pages showed it, if one did.
    pub seen_at: Option<Timestamp>,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipts {
    /// Who sent it.
    pub sender: Sender,
    /// When.
    pub sent_at: Timestamp,
    /// Those whom it is for, by name.
    pub recipients: Vec<Receipt>,
}
