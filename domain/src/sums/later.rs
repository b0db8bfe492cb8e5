//! What happened to a day's orders after it was closed.

use super::PaidBy;
use crate::{
    Timestamp,
    money::Money,
    orders::{OrderId, OrderStatus, Payment},
};
use serde::Deserialize;

/// The most orders that are listed of a closed day.
pub const LATER_SHOWN: u32 = 200;

/// An order that came, or was changed, after its day was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterOrder {
    /// Which order.
    pub id: OrderId,
    /// Its number of the day.
    pub number: u32,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Whether it came after the day was closed.
    pub is_new: bool,
    /// Where it is in its life now.
    pub status: OrderStatus,
    /// What it comes to, in minor units.
    pub total: Money,
    /// What was given back of it, in minor units.
    pub refunded: Money,
    /// How it was paid.
    pub paid_by: PaidBy,
    /// What was done about it after the day was closed, oldest first.
    pub changes: Vec<LaterChange>,
}

/// What was done about an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaterChange {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What.
    pub what: LaterWhat,
}

/// What was done, as far as it concerns the sums of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LaterWhat {
    /// It moved on.
    Status {
        /// The status after.
        to: OrderStatus,
    },
    /// A move was taken back.
    Undo {
        /// The status after.
        to: OrderStatus,
    },
    /// It was noted how it was paid, or that it was not.
    Payment {
        /// How; `None` is not at all.
        payment: Option<Payment>,
    },
    /// Something was given back.
    Refund {
        /// How much, in minor units.
        amount: Money,
    },
    /// Something else.
    #[serde(other)]
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_concerns_no_sums_is_read_as_something_else() {
        let read = |json: &str| serde_json::from_str::<LaterWhat>(json).unwrap();
        let refund = r#"{"kind":"refund","amount":250,"why":"cold"}"#;
        let amount = Money::from_minor(250);
        assert_eq!(read(refund), LaterWhat::Refund { amount });
        let paid = r#"{"kind":"payment","payment":null}"#;
        assert_eq!(read(paid), LaterWhat::Payment { payment: None });
        assert_eq!(read(r#"{"kind":"note","text":"x"}"#), LaterWhat::Other);
    }
}
