//! The sums of a day, as they are shown, and kept when it is closed.

use super::{PaidBy, Tally};
use crate::{
    ids::{ChoiceId, ItemId},
    language::Localized,
    money::{Currency, Money},
    orders::OrderStatus,
};
use serde::{Deserialize, Serialize};

/// The sums of a day.
///
/// Revenue is what finished orders came to, less what was given back of them. What is
/// still open is counted apart, and what was called off came to nothing.
///
/// Those of closed days are kept for good: a field that is added later needs a default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySums {
    /// What its amounts are in.
    pub currency: Currency,
    /// Orders that were finished, and what they came to at first.
    pub finished: Tally,
    /// Those of them of which something was given back, and how much.
    pub refunded: Tally,
    /// Orders that are still open.
    pub open: Tally,
    /// Orders that were cancelled.
    pub cancelled: Tally,
    /// Orders that were rejected.
    pub rejected: Tally,
    /// Orders that were paid and called off, and what of that was not given back: it
    /// is in the till, and no revenue.
    pub kept: Tally,
    /// Finished orders by how they were paid, after what was given back: together the
    /// revenue.
    pub paid: Vec<PaidSum>,
    /// By the shop's hours, each that has an order.
    pub hours: Vec<HourSum>,
    /// Why orders were called off, the most frequent first.
    pub reasons: Vec<ReasonSum>,
    /// Dishes of finished orders, those of the highest amount first.
    pub dishes: Vec<DishSum>,
    /// What was chosen of them, the most frequent first.
    pub options: Vec<OptionSum>,
    /// Who moved orders on, by name.
    pub people: Vec<PersonSum>,
}

/// Finished orders that were paid in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidSum {
    /// How.
    pub by: PaidBy,
    /// How many, and what they came to after what was given back.
    pub sum: Tally,
}

/// An hour on the shop's wall. Where clocks go back an hour is there twice, and is
/// counted as one.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourSum {
    /// Which one: from 0 to 23.
    pub hour: u8,
    /// Orders that were placed in it and not called off.
    pub orders: u32,
    /// The revenue of those that were placed in it, in minor units.
    pub revenue: Money,
}

/// Orders that were called off for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonSum {
    /// Whether they were rejected or cancelled.
    pub status: OrderStatus,
    /// The name of the reason; empty where none was given.
    pub reason: String,
    /// How many.
    pub count: u32,
}

/// So many portions of a dish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DishSum {
    /// Which dish.
    pub item: ItemId,
    /// What it was called last on that day.
    pub name: Localized,
    /// How many portions, and what they came to with their options.
    pub sum: Tally,
}

/// A choice, with so many portions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionSum {
    /// Which choice.
    pub choice: ChoiceId,
    /// What it was called last on that day.
    pub name: Localized,
    /// With how many portions, and what it added to their prices.
    pub sum: Tally,
}

/// Who moved how many orders on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonSum {
    /// Who.
    pub name: String,
    /// How many orders that one accepted.
    pub accepted: u32,
    /// How many orders that one finished.
    pub finished: u32,
}

impl DaySums {
    /// What finished orders came to, less what was given back of them, in minor units.
    pub fn revenue(&self) -> Money {
        // No order gives more back than it came to.
        let left = self.finished.amount.minor();
        Money::from_minor(left.saturating_sub(self.refunded.amount.minor()))
    }

    /// How many orders there are, whatever became of them.
    pub fn placed(&self) -> u32 {
        let tallies = [self.finished, self.open, self.cancelled, self.rejected];
        let counts = tallies.iter().map(|tally| tally.count);
        counts.fold(0, u32::saturating_add)
    }
}
