//! So many, and what they come to.

use crate::money::Money;
use serde::{Deserialize, Serialize};

/// There is more than can be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is more than can be counted")]
pub struct TooLarge;

/// So many, and what they come to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many.
    pub count: u32,
    /// What they come to, in minor units.
    pub amount: Money,
}

impl Tally {
    /// With so many more.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub fn plus(self, count: u32, amount: Money) -> Result<Self, TooLarge> {
        Ok(Self {
            count: self.count.checked_add(count).ok_or(TooLarge)?,
            amount: self.amount.checked_add(amount).ok_or(TooLarge)?,
        })
    }
}

/// What is left of `amount` without `less`.
///
/// # Errors
/// [`TooLarge`]
pub(super) fn minus(amount: Money, less: Money) -> Result<Money, TooLarge> {
    let left = amount.minor().checked_sub(less.minor());
    left.map(Money::from_minor).ok_or(TooLarge)
}
