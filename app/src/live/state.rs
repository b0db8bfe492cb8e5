//! What the page knows of its connection, and says truthfully.

use domain::Timestamp;
use serde::{Deserialize, Serialize};

/// The state of the live connection.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConnectionState {
    /// It is being opened for the first time.
    #[default]
    Opening,
    /// What the page shows is what is.
    Live,
    /// It is lost, and tried again.
    Lost {
        /// In how many seconds; 0 while it is being tried.
        retry_in: u32,
        /// Up to when the page knows what is; `None` if it never was live.
        since: Option<Timestamp>,
        /// Whether the server is there, and too many pages are open.
        is_full: bool,
    },
    /// The session has ended: trying again is of no use.
    SignedOut,
    /// Nothing will follow.
    Over,
    /// The browser has no `EventSource`.
    Unsupported,
}

impl ConnectionState {
    /// Whether it is lost, and not being tried.
    pub fn is_paused(self) -> bool {
        matches!(self, Self::Lost { retry_in: 1.., .. })
    }

    /// Whether it stays as it is.
    pub fn is_final(self) -> bool {
        matches!(self, Self::SignedOut | Self::Over | Self::Unsupported)
    }
}
