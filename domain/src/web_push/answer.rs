//! What became of a message to a device.

use crate::{Timestamp, Unavailable};
use strum::{EnumString, IntoStaticStr};

/// How long the same outcome is not noted again, in milliseconds: ten minutes. A write
/// for each message would be too much for what it tells.
const NOTE_STEP: i64 = 600_000;

/// What the service of a device says to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebPushAnswer {
    /// It has it, and hands it on.
    Taken,
    /// The device wants nothing any more, or never did (404, 410).
    Gone,
    /// It has too much to do (429, 5xx): the message may be sent again.
    Later {
        /// The seconds after which it asks for that, where it says so.
        after: Option<u32>,
    },
    /// It does not want this message, and will not want it later either.
    Refused {
        /// The status of its answer.
        status: u16,
    },
}

/// A message was not sent, or not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebPushError {
    /// The payload has more than [`super::MAX_PAYLOAD`] bytes.
    #[error("the message is too long")]
    TooLarge,
    /// Nothing can be sent to such a subscription.
    #[error("the subscription is none")]
    BadSubscription,
    /// The address leads into a private network.
    #[error("the address is in a private network")]
    PrivateAddress,
    /// The service did not answer in time: nobody knows whether it has the message.
    #[error("the service did not answer in time")]
    TooSlow,
    /// The service can't be reached.
    #[error("the service can't be reached")]
    Unreachable,
    /// The shop's own key could not be read.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// What became of a message, in a word: it is kept with the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum PushOutcome {
    /// The service has it.
    Taken,
    /// The device wants nothing any more.
    Gone,
    /// The service wants it later.
    Later,
    /// The service does not want it.
    Refused,
    /// It was not sent: the message, or the subscription, is none.
    Unsendable,
    /// It was not sent: the address is in a private network.
    PrivateAddress,
    /// The service did not answer in time.
    TooSlow,
    /// The service can't be reached.
    Unreachable,
}

impl PushOutcome {
    /// What it is in a word; `None` where it is the shop's own store that did not answer.
    pub fn of(sent: &Result<WebPushAnswer, WebPushError>) -> Option<Self> {
        Some(match sent {
            Ok(WebPushAnswer::Taken) => Self::Taken,
            Ok(WebPushAnswer::Gone) => Self::Gone,
            Ok(WebPushAnswer::Later { .. }) => Self::Later,
            Ok(WebPushAnswer::Refused { .. }) => Self::Refused,
            Err(WebPushError::TooLarge | WebPushError::BadSubscription) => Self::Unsendable,
            Err(WebPushError::PrivateAddress) => Self::PrivateAddress,
            Err(WebPushError::TooSlow) => Self::TooSlow,
            Err(WebPushError::Unreachable) => Self::Unreachable,
            Err(WebPushError::Unavailable(_)) => return None,
        })
    }

    /// Its name in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What became of the last message to a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastPush {
    /// When it was sent, give or take some minutes.
    pub at: Timestamp,
    /// What became of it.
    pub outcome: PushOutcome,
}

impl LastPush {
    /// Whether it says more than `before`, which is kept.
    pub fn is_news(self, before: Option<Self>) -> bool {
        before.is_none_or(|before| {
            before.outcome != self.outcome || self.at.millis() - before.at.millis() >= NOTE_STEP
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_outcome_is_noted_now_and_then() {
        let last = |minutes: i64, outcome| LastPush {
            at: Timestamp::from_millis(minutes * 60_000),
            outcome,
        };
        let before = Some(last(0, PushOutcome::Taken));
        assert!(last(0, PushOutcome::Taken).is_news(None));
        assert!(!last(9, PushOutcome::Taken).is_news(before));
        assert!(last(10, PushOutcome::Taken).is_news(before));
        assert!(last(1, PushOutcome::Later).is_news(before));
    }

    #[test]
    fn each_outcome_has_a_name_by_which_it_is_found_again() {
        let sent = Ok(WebPushAnswer::Refused { status: 403 });
        let outcome = PushOutcome::of(&sent).unwrap();
        assert_eq!(outcome.as_str().parse(), Ok(PushOutcome::Refused));
        let private = PushOutcome::of(&Err(WebPushError::PrivateAddress)).unwrap();
        assert_eq!(private.as_str(), "private_address");
        assert_eq!(PushOutcome::of(&Err(Unavailable.into())), None);
    }
}
