//! Identities.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, num::ParseIntError, str::FromStr};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// The identity of an item on the menu.
    ItemId
}
id! {
    /// The identity of a category of the menu.
    CategoryId
}
id! {
    /// The identity of a group of options.
    OptionGroupId
}
id! {
    /// The identity of a channel.
    ChannelId
}
id! {
    /// The identity of an alert.
    AlertId
}
id! {
    /// The identity of a device's subscription.
    PushSubscriptionId
}
id! {
    /// The identity of an alert to a device.
    DeviceAlertId
}
id! {
    /// The identity of a template of messages.
    TemplateId
}

/// The identity of a choice: its group, and its number in that, which no other choice of
/// the group has or had. Written as `3-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceId {
    /// The group.
    pub group: OptionGroupId,
    /// The number in it; from 1.
    pub number: u32,
}

/// The text is no identity of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a choice is written as 3-1: its group, and its number in that")]
pub struct NotAChoiceId;

impl fmt::Display for ChoiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.group, self.number)
    }
}

impl FromStr for ChoiceId {
    type Err = NotAChoiceId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (group, number) = text.rsplit_once('-').ok_or(NotAChoiceId)?;
        let group = group.parse().map_err(|_| NotAChoiceId)?;
        let number = number.parse().map_err(|_| NotAChoiceId)?;
        Ok(Self { group, number })
    }
}

impl Serialize for ChoiceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChoiceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_written_as_its_group_and_its_number() {
        let id = ChoiceId {
            group: OptionGroupId(3),
            number: 1,
        };
        assert_eq!(id.to_string(), "3-1");
        assert_eq!("3-1".parse(), Ok(id));
        for text in ["", "3", "3-", "-1", "a-1", "3-x", "3--1"] {
            assert_eq!(text.parse::<ChoiceId>(), Err(NotAChoiceId), "{text}");
        }
    }
}
