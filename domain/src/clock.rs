//! The shop's clock: what it shows on the wall, and which day it is.

use delivery::{Clock, Timestamp};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A clock in the shop's time zone.
pub trait ShopClock: Clock {
    /// The hour and minute on the shop's wall: `12:04`.
    fn time(&self, at: Timestamp) -> String;

    /// The shop's day: `2026-11-21`.
    fn day(&self, at: Timestamp) -> String;

    /// Both, as pages tell of what is past: `2026-11-21 12:04`.
    fn day_and_time(&self, at: Timestamp) -> String {
        format!("{} {}", self.day(at), self.time(at))
    }

    /// Whether there is a time zone of that name (IANA).
    fn knows_zone(&self, name: &str) -> bool;

    /// Shows the time of another zone from now on, if there is one of that name.
    fn set_zone(&self, name: &str);
}

/// A time of the day, in whole minutes: `12:04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClockTime(u16);

/// The text is no time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time of the day is written as 18:30")]
pub struct NotATime;

impl ClockTime {
    /// What the shop's clock shows at that moment.
    pub fn at(at: Timestamp, clock: &dyn ShopClock) -> Self {
        // A clock shows nothing else.
        clock.time(at).parse().unwrap_or(Self(0))
    }

    /// The minutes since midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;

    /// `18:30`, as people and browsers write it; browsers may add seconds, which do not count.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let mut parts = text.trim().split([':', '：', '.']);
        let mut number = |most: u16| {
            let part = parts.next().ok_or(NotATime)?;
            let is_number = matches!(part.len(), 1..=2) && part.bytes().all(|b| b.is_ascii_digit());
            let number = part.parse::<u16>().map_err(|_| NotATime)?;
            match is_number && number <= most {
                true => Ok(number),
                false => Err(NotATime),
            }
        };
        let (hours, minutes) = (number(23)?, number(59)?);
        match (parts.next(), parts.next()) {
            (None | Some("00"), None) => Ok(Self(hours * 60 + minutes)),
            _ => Err(NotATime),
        }
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_taken_as_people_and_browsers_write_it() {
        for (text, written) in [
            ("12:04", "12:04"),
            (" 9：05 ", "09:05"),
            ("0.00", "00:00"),
            ("23:59:00", "23:59"),
        ] {
            let time = text.parse::<ClockTime>().map(|time| time.to_string());
            assert_eq!(time, Ok(written.to_owned()), "{text}");
        }
        for text in [
            "",
            "noon",
            "24:00",
            "12:60",
            "12",
            "+1:00",
            "12:04:30",
            "12:04:00:00",
        ] {
            assert_eq!(text.parse::<ClockTime>(), Err(NotATime), "{text}");
        }
    }
}
