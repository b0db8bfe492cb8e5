//! Values and how they differ, in words.

use domain::{
    language::Language,
    money::{Currency, Money},
    sums::{Compared, Difference},
};

/// What a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// Minor units of the shop's currency.
    Money(Currency),
    /// Seconds.
    Seconds,
}

/// A value, or that there is none.
pub fn value(language: Language, unit: Unit, value: Option<i64>) -> String {
    let Some(value) = value else {
        return "–".to_owned();
    };
    match unit {
        Unit::Count => value.to_string(),
        Unit::Money(currency) => Money::from_minor(value).display(currency),
        Unit::Seconds => duration(language, value),
    }
}

/// By what it differs from what it was; `None` where one of both is not there.
pub fn difference(language: Language, unit: Unit, compared: Compared) -> Option<String> {
    let amount = |by| value(language, unit, Some(by));
    let text = match (compared.difference()?, unit) {
        (Difference::Same, _) => tr!(language, "dashboard.same"),
        (Difference::More(by), Unit::Seconds) => {
            tr!(language, "dashboard.longer", by = amount(by))
        }
        (Difference::Less(by), Unit::Seconds) => {
            tr!(language, "dashboard.shorter", by = amount(by))
        }
        (Difference::More(by), _) => tr!(language, "dashboard.more", by = amount(by)),
        (Difference::Less(by), Unit::Count) => tr!(language, "dashboard.fewer", by = amount(by)),
        (Difference::Less(by), Unit::Money(_)) => tr!(language, "dashboard.less", by = amount(by)),
    };
    Some(text.into_owned())
}

/// So many seconds, as people say it.
fn duration(language: Language, seconds: i64) -> String {
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let text = match seconds {
        ..60 => tr!(language, "dashboard.seconds", seconds = seconds),
        60..3600 => tr!(
            language,
            "dashboard.minutes",
            minutes = minutes,
            seconds = seconds % 60
        ),
        _ => tr!(
            language,
            "dashboard.hours_long",
            hours = hours,
            minutes = minutes
        ),
    };
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_said_in_words() {
        let said = |unit, now: i64, before: i64| {
            difference(Language::English, unit, Compared::both(now, before)).unwrap()
        };
        assert_eq!(said(Unit::Count, 5, 3), "2 more");
        assert_eq!(said(Unit::Count, 3, 5), "2 fewer");
        assert_eq!(said(Unit::Count, 3, 3), "the same");
        let money = Unit::Money(Currency::CNY);
        assert_eq!(said(money, 100, 350), "¥2.50 less");
        assert_eq!(said(Unit::Seconds, 200, 75), "2 min 5 s longer");
        assert_eq!(said(Unit::Seconds, 0, 3720), "1 h 2 min shorter");
        let unknown = Compared {
            now: Some(3),
            before: None,
        };
        assert_eq!(difference(Language::English, money, unknown), None);
        assert_eq!(value(Language::English, money, None), "–");
    }
}
