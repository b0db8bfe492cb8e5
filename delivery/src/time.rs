//! Points in time, and the clock that tells them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The server's clock.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// How far the server's zone is ahead of UTC at that moment, in seconds.
    fn offset(&self, at: Timestamp) -> i32;

    /// Now, with the zone's offset.
    fn local_now(&self) -> LocalTime {
        let time = self.now();
        let offset = self.offset(time);
        LocalTime { time, offset }
    }
}

/// The system's clock, in UTC.
#[cfg(feature = "server")]
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

#[cfg(feature = "server")]
impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
        let millis = since_epoch.map_or(0, |time| time.as_millis());
        Timestamp::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
    }

    fn offset(&self, _: Timestamp) -> i32 {
        0
    }
}

/// A moment, and what clocks in the server's zone show then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalTime {
    /// The moment.
    pub time: Timestamp,
    /// How far the server's zone is ahead of UTC then, in seconds.
    pub offset: i32,
}

/// A point in time, in milliseconds since the Unix epoch; never before it.
///
/// Written as RFC 3339 in UTC wherever it leaves the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(u64);

impl Timestamp {
    /// The last instant that RFC 3339 can write: the end of the year 9999.
    const LAST: u64 = 253_402_300_799_999;

    /// The point `millis` milliseconds after the Unix epoch; what lies outside
    /// the years 1970 to 9999 becomes the nearest point inside.
    pub fn from_millis(millis: i64) -> Self {
        Self(u64::try_from(millis).unwrap_or(0).min(Self::LAST))
    }

    /// Milliseconds since the Unix epoch.
    pub fn millis(self) -> i64 {
        i64::try_from(self.0).unwrap_or(i64::MAX)
    }

    /// The point `seconds` later.
    pub fn plus_seconds(self, seconds: u32) -> Self {
        Self((self.0 + u64::from(seconds) * 1000).min(Self::LAST))
    }

    /// How many whole minutes it is until a later point; fewer than none to an earlier one.
    pub fn minutes_until(self, later: Self) -> i64 {
        (later.millis() - self.millis()) / 60_000
    }

    /// The point `days` of 24 hours earlier.
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.saturating_sub(u64::from(days) * 86_400_000))
    }

    /// RFC 3339 in UTC with milliseconds: `2026-11-21T04:05:06.789Z`.
    pub fn rfc3339(self) -> String {
        humantime::format_rfc3339_millis(UNIX_EPOCH + Duration::from_millis(self.0)).to_string()
    }

    fn parse(text: &str) -> Option<Self> {
        let time: SystemTime = humantime::parse_rfc3339(text).ok()?;
        let since_epoch = time.duration_since(UNIX_EPOCH).ok()?;
        Some(Self(u64::try_from(since_epoch.as_millis()).ok()?))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.rfc3339())
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a time as RFC 3339 writes it"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_again(millis in 0..=Timestamp::LAST) {
            let time = Timestamp(millis);
            prop_assert_eq!(Timestamp::parse(&time.rfc3339()), Some(time));
        }
    }
}
