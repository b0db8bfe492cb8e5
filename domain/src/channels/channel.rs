//! A channel, and what can be changed of one.

use super::{ChannelId, Destination};
use crate::{Unavailable, policy::Forbidden, validation::ValidationErrors};

/// The most channels that a shop has.
pub const MAX_CHANNELS: usize = 20;

/// What somebody says of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelFields {
    /// What the shop calls it.
    pub name: String,
    /// Where it leads.
    pub destination: Destination,
}

/// A channel by which alerts leave the shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its identity.
    pub id: ChannelId,
    /// What was said of it.
    pub fields: ChannelFields,
    /// Whether alerts go by it.
    pub is_enabled: bool,
    /// Grows by one with each change; from 1.
    pub version: u32,
}

/// What is to be changed of the channels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChannelChange {
    /// There is one more; alerts go by it.
    Add(ChannelFields),
    /// One is another, where it still has that version.
    Edit {
        /// Which.
        channel: ChannelId,
        /// The version that whoever changes it has seen.
        version: u32,
        /// What is said of it now.
        fields: ChannelFields,
    },
    /// Alerts go by one, or no longer.
    Enable(ChannelId, bool),
    /// One is gone, with its secrets and with what is known of its alerts.
    Delete(ChannelId),
}

/// Channels were not changed, or not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChannelError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// There is no such channel.
    #[error("there is no such channel")]
    NotFound,
    /// Somebody else changed it first.
    #[error("somebody else changed the channel first")]
    Conflict,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
