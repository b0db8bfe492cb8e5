//! An alert to a device: what it is about, and what becomes of it.

use super::{AlertState, Cause, DeviceAlertId, NotAStage};
use crate::{
    Timestamp,
    orders::Order,
    users::User,
    web_push::{PushSubscription, WebPushAnswer, WebPushError},
};
use std::{fmt, str::FromStr};

/// The name of [`DeviceStage::Answered`] in the store.
const ANSWERED: &str = "answered";

/// What a device is told of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceStage {
    /// Nobody has answered it, or moved it on: the device rings.
    Due(Cause),
    /// Somebody has: what the device shows of it goes away.
    Answered,
}

impl fmt::Display for DeviceStage {
    /// The name in the store: that of the cause, or `answered`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Due(cause) => cause.fmt(f),
            Self::Answered => f.write_str(ANSWERED),
        }
    }
}

impl FromStr for DeviceStage {
    type Err = NotAStage;

    fn from_str(text: &str) -> Result<Self, NotAStage> {
        match text {
            ANSWERED => Ok(Self::Answered),
            cause => cause.parse().map(Self::Due),
        }
    }
}

/// An alert that a device is to be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDeviceAlert {
    /// Its identity.
    pub id: DeviceAlertId,
    /// Which device.
    pub device: PushSubscription,
    /// Whose device it is.
    pub owner: User,
    /// What it is told.
    pub stage: DeviceStage,
    /// Of which order, as it is now.
    pub order: Order,
}

/// What becomes of an alert to a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceTold {
    /// The device's service has it.
    Taken,
    /// It is to be sent again.
    Again {
        /// In how many seconds the service wants it, where it says so.
        after: Option<u32>,
    },
    /// It is not to be sent: it would come to nothing however often it is tried.
    Never,
}

impl From<Result<WebPushAnswer, WebPushError>> for DeviceTold {
    fn from(sent: Result<WebPushAnswer, WebPushError>) -> Self {
        use WebPushError::{
            BadSubscription, PrivateAddress, TooLarge, TooSlow, Unavailable, Unreachable,
        };
        match sent {
            Ok(WebPushAnswer::Taken) => Self::Taken,
            Ok(WebPushAnswer::Later { after }) => Self::Again { after },
            Err(TooSlow | Unreachable | Unavailable(_)) => Self::Again { after: None },
            Ok(WebPushAnswer::Gone | WebPushAnswer::Refused { .. })
            | Err(TooLarge | BadSubscription | PrivateAddress) => Self::Never,
        }
    }
}

/// The devices of all users, as one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DevicesTold {
    /// How many there are.
    pub count: u32,
    /// Since when the last alert is there that a device was, or is, to be sent, and where
    /// it is on its way; `None` while there was none.
    pub last: Option<(Timestamp, AlertState)>,
}

#[cfg(test)]
mod tests {
    use super::{super::Stage, *};

    #[test]
    fn names_read_back() {
        for stage in [
            DeviceStage::Due(Cause::Waiting(Stage::Reminder(2))),
            DeviceStage::Answered,
        ] {
            assert_eq!(stage.to_string().parse(), Ok(stage));
        }
        assert_eq!("shown".parse::<DeviceStage>(), Err(NotAStage));
    }

    #[test]
    fn what_may_come_to_something_is_sent_again() {
        let after = Some(7);
        let later = Ok(WebPushAnswer::Later { after });
        assert_eq!(DeviceTold::from(later), DeviceTold::Again { after });
        let slow = Err(WebPushError::TooSlow);
        assert_eq!(DeviceTold::from(slow), DeviceTold::Again { after: None });
        assert_eq!(DeviceTold::from(Ok(WebPushAnswer::Gone)), DeviceTold::Never);
    }
}
