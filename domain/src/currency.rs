//! What amounts are in.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

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

    /// The sign before an amount.
    pub(crate) fn symbol(&self) -> String {
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
