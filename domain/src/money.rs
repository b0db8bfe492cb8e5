//! Amounts of money, always in minor units (cents, fen), never in floats.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

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

    /// `self × count`, or `None` where that leaves the range of `i64`.
    pub fn checked_mul(self, count: u32) -> Option<Self> {
        self.0.checked_mul(count.into()).map(Self)
    }

    /// `self + other`, or `None` where that leaves the range of `i64`.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The amount as people write it: `¥38.00`, `-$0.05`, `JP¥1200`.
    pub fn display(self, currency: Currency) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let symbol = currency.symbol();
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

/// A currency by its three-letter code (ISO 4217).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The renminbi yuan, of a hundred fen.
    pub const CNY: Self = Self(*b"CNY");

    /// The three-letter code.
    pub fn code(&self) -> &str {
        // Only ASCII letters are ever stored, see `from_str`.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many digits the minor unit takes (ISO 4217, column "Minor unit").
    pub fn exponent(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    fn symbol(&self) -> String {
        match &self.0 {
            b"CNY" => "¥".to_owned(),
            b"EUR" => "€".to_owned(),
            b"GBP" => "£".to_owned(),
            b"USD" => "$".to_owned(),
            b"HKD" => "HK$".to_owned(),
            b"TWD" => "NT$".to_owned(),
            b"JPY" => "JP¥".to_owned(),
            _ => format!("{}\u{a0}", self.code()),
        }
    }
}

/// The text is not a three-letter currency code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a currency is three capital letters, such as CNY")]
pub struct NotACurrency;

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Self(code)),
            _ => Err(NotACurrency),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
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
    fn a_currency_is_three_capitals() {
        for text in ["", "cny", "CN", "CNYY", "人民币", "C1Y"] {
            assert_eq!(text.parse::<Currency>(), Err(NotACurrency), "{text}");
        }
    }

    proptest! {
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
