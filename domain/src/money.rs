//! Amounts of money, always in minor units (cents, fen), never in floats.

pub use crate::currency::{Currency, NotACurrency};
use serde::{Deserialize, Serialize};

/// The highest price of one item.
pub const MAX_PRICE: Money = Money(99_999_999);

/// The text is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAmount {
    /// It is not written as one.
    #[error("an amount is written as 32 or 32.50")]
    Unreadable,
    /// It is more than can be counted.
    #[error("the amount is too large")]
    TooLarge,
}

/// A full-width digit or sign, as Chinese keyboards give them, in its usual form.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from(b'0' + (u32::from(c) - u32::from('０')) as u8),
        '．' | '。' => '.',
        '，' => ',',
        '￥' => '¥',
        c => c,
    }
}

/// An amount in the minor unit of the shop's currency.
#[derive(
    Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// Nothing at all.
    pub const ZERO: Self = Self(0);

    /// An amount of `minor` minor units.
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// How many minor units this is.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    pub const fn is_zero(&self) -> bool {
        self.0 == 0
    }

    /// `self × count`, or `None` where that leaves the range of `i64`.
    pub fn checked_mul(self, count: u32) -> Option<Self> {
        self.0.checked_mul(count.into()).map(Self)
    }

    /// `self + other`, or `None` where that leaves the range of `i64`.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The amount that somebody typed, in major units: `32`, `32.5` or `32,50`, with
    /// digits of any width. Signs of grouping are not taken: they look like the others.
    ///
    /// # Errors
    /// See [`NotAnAmount`].
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NotAnAmount> {
        let text: String = text.trim().chars().map(half_width).collect();
        let text = text.trim_start_matches(['¥', '$', '€', '£']).trim();
        let (major, minor) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let width = currency.exponent() as usize;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if major.is_empty() || minor.len() > width || !digits(major) || !digits(minor) {
            return Err(NotAnAmount::Unreadable);
        }
        // Digits alone are no number only where they are too many.
        let amount = format!("{major}{minor:0<width$}").parse();
        amount.map(Self).map_err(|_| NotAnAmount::TooLarge)
    }

    /// The amount in major units, as [`Self::parse`] takes it: `32.50`.
    pub fn typed(self, currency: Currency) -> String {
        self.written(currency, "")
    }

    /// The amount as people write it: `¥38.00`, `-$0.05`, `JP¥1200`.
    pub fn display(self, currency: Currency) -> String {
        self.written(currency, &currency.symbol())
    }

    fn written(self, currency: Currency, symbol: &str) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let minor = self.0.unsigned_abs();
        match currency.exponent() {
            0 => format!("{sign}{symbol}{minor}"),
            exponent => {
                let unit = 10_u64.pow(exponent);
                let width = exponent as usize;
                format!("{sign}{symbol}{}.{:0width$}", minor / unit, minor % unit,)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(Money(3800).display(Currency::CNY), "¥38.00");
        assert_eq!(Money(5).display("USD".parse().unwrap()), "$0.05");
        assert_eq!(Money(-105).display("EUR".parse().unwrap()), "-€1.05");
        assert_eq!(Money(1200).display("JPY".parse().unwrap()), "JP¥1200");
        assert_eq!(
            Money(1234).display("KWD".parse().unwrap()),
            "KWD\u{a0}1.234"
        );
    }

    #[test]
    fn prices_are_taken_as_people_type_them() {
        let yen = "JPY".parse().unwrap();
        for (text, currency, minor) in [
            ("32", Currency::CNY, 3200),
            (" ¥32.5 ", Currency::CNY, 3250),
            ("32,05", Currency::CNY, 3205),
            ("３２．５０", Currency::CNY, 3250),
            ("0", Currency::CNY, 0),
            ("999999.99", Currency::CNY, 99_999_999),
            ("1200", yen, 1200),
        ] {
            assert_eq!(Money::parse(text, currency), Ok(Money(minor)), "{text}");
        }
        for text in [
            "", "-1", "1.234", "1,234.50", "12 34", ".5", "1e3", "five", "٣٢",
        ] {
            let refused = Money::parse(text, Currency::CNY);
            assert_eq!(refused, Err(NotAnAmount::Unreadable), "{text}");
        }
        let refused = Money::parse(&"9".repeat(10_000), Currency::CNY);
        assert_eq!(refused, Err(NotAnAmount::TooLarge));
    }

    #[test]
    fn a_currency_is_three_capitals() {
        for text in ["", "cny", "CN", "CNYY", "人民币", "C1Y"] {
            assert_eq!(text.parse::<Currency>(), Err(NotACurrency), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_in_a_form_is_taken_from_it(minor in 0..=MAX_PRICE.0) {
            let typed = Money(minor).typed(Currency::CNY);
            prop_assert_eq!(Money::parse(&typed, Currency::CNY), Ok(Money(minor)));
        }

        #[test]
        fn the_digits_shown_are_the_digits_held(minor in any::<i64>()) {
            let shown = Money(minor).display(Currency::CNY);
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(digits.parse::<u64>().unwrap(), minor.unsigned_abs());
            prop_assert_eq!(shown.starts_with('-'), minor < 0);
        }

        #[test]
        fn arithmetic_is_exact_or_refused(amount in any::<i64>(), count in any::<u32>()) {
            let exact = i128::from(amount) * i128::from(count);
            prop_assert_eq!(
                Money(amount).checked_mul(count).map(|m| i128::from(m.minor())),
                i64::try_from(exact).ok().map(i128::from)
            );
        }
    }
}
