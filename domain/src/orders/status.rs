//! The life of an order.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Where an order is in its life:
/// placed → accepted → (preparing → ready →) finished, or rejected, cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    /// The customer sent it; nobody has answered yet.
    Placed,
    /// The shop took it on.
    Accepted,
    /// The kitchen works on it.
    Preparing,
    /// It waits for the customer.
    Ready,
    /// The customer has it.
    Finished,
    /// The shop did not take it on.
    Rejected,
    /// Called off after it was placed.
    Cancelled,
}

impl OrderStatus {
    /// Every status.
    pub const ALL: [Self; 7] = [
        Self::Placed,
        Self::Accepted,
        Self::Preparing,
        Self::Ready,
        Self::Finished,
        Self::Rejected,
        Self::Cancelled,
    ];

    /// The name in the API and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Accepted => "accepted",
            Self::Preparing => "preparing",
            Self::Ready => "ready",
            Self::Finished => "finished",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing comes after it.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Rejected | Self::Cancelled)
    }

    /// Whether the shop or the customer called it off.
    pub const fn is_called_off(self) -> bool {
        matches!(self, Self::Rejected | Self::Cancelled)
    }

    /// Where the shop calls an order off to from here; `None` where it can't.
    pub const fn called_off(self) -> Option<Self> {
        match self {
            Self::Placed => Some(Self::Rejected),
            _ if self.is_final() => None,
            _ => Some(Self::Cancelled),
        }
    }

    /// Whether an order may go from here to `next`.
    pub const fn can_become(self, next: Self) -> bool {
        use OrderStatus::{Accepted, Cancelled, Finished, Placed, Preparing, Ready, Rejected};
        match self {
            Placed => matches!(next, Accepted | Rejected | Cancelled),
            Accepted => matches!(next, Preparing | Ready | Finished | Cancelled),
            Preparing => matches!(next, Ready | Finished | Cancelled),
            Ready => matches!(next, Finished | Cancelled),
            Finished | Rejected | Cancelled => false,
        }
    }
}

impl fmt::Display for OrderStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no status.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a status of an order")]
pub struct NotAStatus;

impl FromStr for OrderStatus {
    type Err = NotAStatus;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(NotAStatus)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_life_ends_and_nothing_leaves_an_end() {
        for from in OrderStatus::ALL {
            let ways_on = OrderStatus::ALL.iter().filter(|to| from.can_become(**to));
            assert_eq!(ways_on.count() == 0, from.is_final(), "{from}");
            assert!(!from.can_become(from), "{from}");
            assert!(!from.can_become(OrderStatus::Placed), "{from}");
            let called_off = from.called_off();
            assert_eq!(called_off.is_none(), from.is_final(), "{from}");
            assert!(called_off.is_none_or(|to| from.can_become(to)), "{from}");
        }
    }

    #[test]
    fn names_read_back() {
        for status in OrderStatus::ALL {
            assert_eq!(status.as_str().parse(), Ok(status));
        }
        assert_eq!("done".parse::<OrderStatus>(), Err(NotAStatus));
    }
}
