//! Why an order was rejected or cancelled.

use crate::{text, validation::Reason};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The most characters of what is said beside the reason.
pub const MAX_REASON: usize = 200;

/// Why an order was rejected or cancelled, and what the shop says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusReason {
    /// One of the usual reasons.
    pub kind: ReasonKind,
    /// In the shop's own words, for the customer; possibly nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// The usual reasons.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ReasonKind {
    /// Something of it is sold out.
    SoldOut,
    /// The kitchen can't do more.
    Busy,
    /// The shop closes.
    Closing,
    /// The customer asked for it.
    Customer,
    /// The customer can't be reached, or did not come.
    Unreachable,
    /// Another one.
    Other,
}

impl ReasonKind {
    /// The name in forms, in the API and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

impl From<ReasonKind> for StatusReason {
    fn from(kind: ReasonKind) -> Self {
        let text = String::new();
        Self { kind, text }
    }
}

impl StatusReason {
    /// The reason, with its words checked.
    ///
    /// # Errors
    /// Why they can't be taken: they are too long, or can't be read.
    pub(super) fn checked(self) -> Result<Self, Reason> {
        let text = text::paragraph(&self.text, MAX_REASON)?;
        Ok(Self { text, ..self })
    }
}
