//! When a shop is open: by weekday, and on days that are otherwise.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// From one time of the day to another, in minutes since midnight. A span that ends
/// before it begins goes on past midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    /// When it begins.
    pub from: u16,
    /// When it ends.
    pub to: u16,
}

/// The spans of one day, in order; none where the shop stays closed.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spans(pub Vec<Span>);

/// A day on which the hours are otherwise, such as a holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The day.
    #[serde(with = "as_text")]
    pub day: Date,
    /// Its spans.
    pub spans: Spans,
}

/// The hours of a shop.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The spans of each weekday, Monday first; `None` where the shop never closes.
    pub week: Option<[Spans; 7]>,
    /// Days that are otherwise.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// A day as JSON has it: `2026-12-25`.
mod as_text {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// The text gives no hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("hours are written as 11:00-14:00")]
pub struct NotHours;

impl FromStr for Span {
    type Err = NotHours;

    fn from_str(text: &str) -> Result<Self, NotHours> {
        let (from, to) = text.split_once(['-', '–', '~', '至']).ok_or(NotHours)?;
        let (from, to) = (minutes(from)?, minutes(to)?);
        match from == to || from == DAY {
            true => Err(NotHours),
            false => Ok(Self { from, to }),
        }
    }
}

/// Minutes of a day.
pub(super) const DAY: u16 = 24 * 60;

/// The minutes since midnight of `11:00`, up to `24:00`.
fn minutes(text: &str) -> Result<u16, NotHours> {
    let (hours, minutes) = text.trim().split_once([':', '：', '.']).ok_or(NotHours)?;
    let number = |text: &str| match text.len() {
        1..=2 if text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse::<u16>().map_err(|_| NotHours)
        }
        _ => Err(NotHours),
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let total = hours * 60 + minutes;
    match minutes < 60 && total <= DAY {
        true => Ok(total),
        false => Err(NotHours),
    }
}

/// A time of the day as people write it.
pub(super) fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl Span {
    /// Whether it ends on the next day.
    pub(super) fn is_past_midnight(self) -> bool {
        self.to < self.from
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", clock(self.from), clock(self.to))
    }
}

impl TryFrom<String> for Span {
    type Error = NotHours;

    fn try_from(text: String) -> Result<Self, NotHours> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

impl FromStr for Spans {
    type Err = NotHours;

    /// Spans with commas between them; nothing for a day on which the shop is closed.
    fn from_str(text: &str) -> Result<Self, NotHours> {
        let parts = text.split([',', '，', '、', ';']).map(str::trim);
        let spans = parts.filter(|part| !part.is_empty()).map(str::parse);
        let mut spans = spans.collect::<Result<Vec<Span>, _>>()?;
        spans.sort_by_key(|span| span.from);
        Ok(Self(spans))
    }
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spans: Vec<_> = self.0.iter().map(Span::to_string).collect();
        f.write_str(&spans.join(", "))
    }
}

impl FromStr for Exception {
    type Err = NotHours;

    /// A day and its spans: `2026-12-24 11:00-15:00`; a day alone is closed.
    fn from_str(text: &str) -> Result<Self, NotHours> {
        let (day, spans) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        Ok(Self {
            day: day.parse().map_err(|_| NotHours)?,
            spans: spans.parse()?,
        })
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day, self.spans)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_taken_as_people_type_them() {
        for (text, written) in [
            ("11:00-14:00", "11:00-14:00"),
            ("17.30 – 22.00， 9:00~10:00", "09:00-10:00, 17:30-22:00"),
            ("18：00至02：00", "18:00-02:00"),
            ("00:00-24:00", "00:00-24:00"),
            ("  ", ""),
        ] {
            assert_eq!(
                text.parse::<Spans>().unwrap().to_string(),
                written,
                "{text}"
            );
        }
        for text in [
            "noon",
            "11-14",
            "11:00",
            "11:00-11:00",
            "11:60-12:00",
            "24:01-25:00",
        ] {
            assert_eq!(text.parse::<Spans>(), Err(NotHours), "{text}");
        }
        let exception: Exception = "2026-12-25".parse().unwrap();
        assert_eq!(exception.spans, Spans::default());
        assert_eq!("tomorrow 11:00-12:00".parse::<Exception>(), Err(NotHours));
    }
}
