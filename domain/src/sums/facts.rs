//! What a store counts of a day: orders that are alike, side by side.

use crate::{
    Timestamp,
    ids::{ChoiceId, ItemId},
    language::Localized,
    money::Money,
    orders::{OrderId, OrderStatus, Payment},
};
use serde::{Deserialize, Serialize};

/// How an order was paid, or that it was not. Closed days keep it by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaidBy {
    /// Not at all, as far as was noted.
    Unpaid,
    /// So.
    #[serde(untagged)]
    Paid(Payment),
}

impl From<Option<Payment>> for PaidBy {
    fn from(payment: Option<Payment>) -> Self {
        payment.map_or(Self::Unpaid, Self::Paid)
    }
}

/// Orders of one minute that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrdersFact {
    /// When the first of them was placed.
    pub at: Timestamp,
    /// Where they are in their life.
    pub status: OrderStatus,
    /// How they were paid.
    pub paid_by: PaidBy,
    /// How many.
    pub count: u32,
    /// What they come to, in minor units.
    pub total: Money,
    /// Of how many of them something was given back.
    pub refunds: u32,
    /// What was given back, in minor units.
    pub refunded: Money,
    /// The sum of their versions.
    pub versions: i64,
}

/// Orders that were rejected or cancelled for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonFact {
    /// Which of both.
    pub status: OrderStatus,
    /// The name of the reason; empty where none was given.
    pub reason: String,
    /// How many.
    pub count: u32,
}

/// One dish in orders of one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DishFact {
    /// Where the orders are in their life.
    pub status: OrderStatus,
    /// Which dish.
    pub item: ItemId,
    /// What it was called last.
    pub name: Localized,
    /// How many portions.
    pub quantity: u32,
    /// What they come to with their options, in minor units.
    pub amount: Money,
}

/// One choice in orders of one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionFact {
    /// Where the orders are in their life.
    pub status: OrderStatus,
    /// Which choice.
    pub choice: ChoiceId,
    /// What it was called last.
    pub name: Localized,
    /// With how many portions.
    pub quantity: u32,
    /// What it added to their prices, in minor units.
    pub amount: Money,
}

/// Orders that one user moved on, and nobody after that to the same status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveFact {
    /// The status that they got: accepted, or finished.
    pub to: OrderStatus,
    /// The status that they have.
    pub status: OrderStatus,
    /// Who did it.
    pub by: String,
    /// How many.
    pub count: u32,
    /// How long that was after they were placed, all together, in milliseconds.
    pub waited: i64,
}

/// An order that is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenOrder {
    /// Which order.
    pub id: OrderId,
    /// Its number of the day.
    pub number: u32,
    /// Where it is in its life.
    pub status: OrderStatus,
}

/// What a store counts of a day.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct DayFacts {
    /// Its orders.
    pub orders: Vec<OrdersFact>,
    /// Why some were called off.
    pub reasons: Vec<ReasonFact>,
    /// Its dishes; of two names of one the newer comes first.
    pub dishes: Vec<DishFact>,
    /// What was chosen of them; of two names of one the newer comes first.
    pub options: Vec<OptionFact>,
    /// Who accepted and finished how many.
    pub moves: Vec<MoveFact>,
    /// The orders that are still open, oldest first; many are cut off.
    pub open: Vec<OpenOrder>,
}

impl DayFacts {
    /// Another number after each change of the day's orders: it grows.
    pub fn stamp(&self) -> i64 {
        let versions = self.orders.iter().map(|fact| fact.versions);
        versions.fold(0, i64::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_days_keep_a_payment_by_its_name() {
        for (by, json) in [
            (PaidBy::Paid(Payment::Wechat), r#""wechat""#),
            (PaidBy::Unpaid, r#""unpaid""#),
        ] {
            assert_eq!(serde_json::to_string(&by).unwrap(), json);
            assert_eq!(serde_json::from_str::<PaidBy>(json).unwrap(), by);
        }
        assert!(serde_json::from_str::<PaidBy>(r#""barter""#).is_err());
    }
}
