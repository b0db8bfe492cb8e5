//! Of which days orders are asked for.

use crate::{
    clock::ShopClock,
    validation::{Field, Reason, ValidationErrors},
};
use jiff::{ToSpan, civil::Date};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Of which days orders are asked for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub enum Period {
    /// Of all days.
    #[default]
    Any,
    /// Of days up to now, whenever that is.
    Recent(RecentPeriod),
    /// Of these days.
    Days(Days),
}

/// Days up to now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RecentPeriod {
    /// The shop's day.
    Today,
    /// The day before it.
    Yesterday,
    /// Seven days, of which the last is today.
    Week,
    /// Thirty days, of which the last is today.
    Month,
}

/// Days of the shop, both ends with them: `2026-11-21`.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Days {
    /// The first; the first that there ever was where it is `None`.
    pub from: Option<String>,
    /// The last; the last that there is where it is `None`.
    pub to: Option<String>,
}

impl RecentPeriod {
    /// The name in an address.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl Period {
    /// The days that were typed; `recent` where none was.
    ///
    /// # Errors
    /// What is no day, and a last day before the first.
    pub fn parse(from: &str, to: &str, recent: &str) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let from = faults.check(Field::FromDay, day(from)).flatten();
        let to = faults.check(Field::ToDay, day(to)).flatten();
        // Written so, the later one is the greater one.
        if from.is_some() && to.is_some() && from > to {
            faults.add(Field::ToDay, Reason::BeforeItsBeginning);
        }
        match (faults.is_empty(), &from, &to) {
            (false, ..) => Err(faults),
            (true, None, None) => Ok(recent.parse().map_or(Self::Any, Self::Recent)),
            (true, ..) => Ok(Self::Days(Days { from, to })),
        }
    }

    /// The days that it has now.
    pub fn days(&self, clock: &dyn ShopClock) -> Days {
        let today = clock.day(clock.now());
        let ago = |days: i64| {
            let day = today.parse::<Date>().ok();
            let day = day.and_then(|day| day.checked_sub(days.days()).ok());
            day.map_or_else(|| today.clone(), |day| day.to_string())
        };
        let (from, to) = match self {
            Self::Any => return Days::default(),
            Self::Days(days) => return days.clone(),
            Self::Recent(RecentPeriod::Today) => (ago(0), ago(0)),
            Self::Recent(RecentPeriod::Yesterday) => (ago(1), ago(1)),
            Self::Recent(RecentPeriod::Week) => (ago(6), ago(0)),
            Self::Recent(RecentPeriod::Month) => (ago(29), ago(0)),
        };
        Days {
            from: Some(from),
            to: Some(to),
        }
    }
}

/// A day as it is typed; nothing where nothing was.
fn day(text: &str) -> Result<Option<String>, Reason> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let day: Date = text.parse().map_err(|_| Reason::NotADay)?;
    match day.year() {
        0.. => Ok(Some(day.to_string())),
        _ => Err(Reason::NotADay),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::orders::batch_fixtures::clock;

    fn days(from: &str, to: &str) -> Days {
        let day = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Days {
            from: day(from),
            to: day(to),
        }
    }

    #[test]
    fn recent_days_end_today() {
        for (recent, from, to) in [
            ("today", "2026-11-21", "2026-11-21"),
            ("yesterday", "2026-11-20", "2026-11-20"),
            ("week", "2026-11-15", "2026-11-21"),
            ("month", "2026-10-23", "2026-11-21"),
            ("some day", "", ""),
        ] {
            let period = Period::parse("", " ", recent).unwrap();
            assert_eq!(period.days(&clock()), days(from, to), "{recent}");
        }
    }

    #[test]
    fn days_that_were_typed_win() {
        let period = Period::parse("2026-11-01", "", "today").unwrap();
        assert_eq!(period, Period::Days(days("2026-11-01", "")));
        let faults = |from, to| Period::parse(from, to, "").unwrap_err();
        let end = Reason::BeforeItsBeginning;
        assert_eq!(
            faults("2026-11-02", "2026-11-01"),
            ValidationErrors::only(Field::ToDay, end)
        );
        for text in [
            "yesterday",
            "2026-02-30",
            "2026-13-01",
            "-000001-01-01",
            "%",
        ] {
            let fault = ValidationErrors::only(Field::FromDay, Reason::NotADay);
            assert_eq!(faults(text, ""), fault, "{text}");
        }
    }
}
