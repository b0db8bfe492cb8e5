//! What is noted of an order's payment: nothing is paid through the shop.

use crate::{money::Money, text, validation::Reason};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The most characters of why something was given back.
pub const MAX_REFUND_REASON: usize = 200;

/// How an order was paid.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Payment {
    /// In cash.
    Cash,
    /// By WeChat Pay.
    Wechat,
    /// By Alipay.
    Alipay,
    /// By card.
    Card,
    /// In another way.
    Other,
}

impl Payment {
    /// The name in forms, in the API and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Something was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    /// How much, in minor units.
    pub amount: Money,
    /// Why.
    pub why: String,
}

impl Refund {
    /// Checks what is said of why.
    ///
    /// # Errors
    /// Why nothing is said, or too much.
    pub fn new(amount: Money, why: &str) -> Result<Self, Reason> {
        let why = text::line(why, MAX_REFUND_REASON)?;
        Ok(Self { amount, why })
    }
}
