//! A day of the shop.

use jiff::{ToSpan, civil::Date};
use std::{fmt, str::FromStr};

/// A day of the shop, written as `2026-11-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// The text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is written as 2026-11-21")]
pub struct NotADay;

impl Day {
    /// The same weekday of the week before; the day itself where the calendar begins.
    #[must_use]
    pub fn week_before(self) -> Self {
        Self(self.0.saturating_sub(1.week()))
    }

    /// Its weekday: 0 is Monday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().to_monday_zero_offset().unsigned_abs()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = text.parse().map(Self).map_err(|_| NotADay)?;
        // A day has one address: other ways to write it are none.
        if day.to_string() == text {
            Ok(day)
        } else {
            Err(NotADay)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way() {
        let day: Day = "2026-11-26".parse().unwrap();
        assert_eq!(day.to_string(), "2026-11-26");
        assert_eq!(day.weekday(), 3);
        assert_eq!(day.week_before().to_string(), "2026-11-19");
        for text in ["", "999", "20261126", "2026-11-31", "2026-11-26T12:00"] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }
}
