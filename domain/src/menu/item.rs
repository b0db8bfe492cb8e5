//! A dish, or whatever else the shop sells.

use super::{
    Mark, PhotoId,
    options::{ChosenOption, OptionGroup, WantedChoice, choose},
};
use crate::{
    ids::{CategoryId, ItemId, OptionGroupId},
    language::Localized,
    money::{MAX_PRICE, Money},
    validation::Reason,
};
use serde::{Deserialize, Serialize};

/// What the shop says of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFields {
    /// What it is called.
    pub name: Localized,
    /// A line about it; possibly nothing.
    pub description: Localized,
    /// The price of one, in minor units.
    pub price: Money,
    /// How many are left; `None` where there is no limit.
    pub stock: Option<u32>,
    /// What guests want to know before they eat it.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// The groups of options that it has.
    #[serde(default)]
    pub options: Vec<OptionGroupId>,
}

/// An item of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identity.
    pub id: ItemId,
    /// The category in which it stands.
    pub category: CategoryId,
    /// What the shop says of it.
    pub fields: ItemFields,
    /// Its groups of options, in the order in which they are shown.
    pub option_groups: Vec<OptionGroup>,
    /// What it looks like, if there is a photo.
    pub photo: Option<PhotoId>,
    /// Whether customers see it.
    pub visible: bool,
    /// Whether it is sold out for today, whatever the stock. That ends by itself with
    /// the shop's day.
    pub sold_out_today: bool,
    /// Grows by one with each change by hand; from 1.
    pub version: u32,
}

impl Item {
    /// How many can be ordered now; `None` where there is no limit.
    pub fn left(&self) -> Option<u32> {
        if self.visible && !self.sold_out_today {
            self.fields.stock
        } else {
            Some(0)
        }
    }

    /// The options that a guest wants, and what one costs with them.
    ///
    /// # Errors
    /// See [`choose`]; [`Reason::PriceTooHigh`]: they come to more than can be counted.
    pub fn with_options(
        &self,
        wanted: &[WantedChoice],
    ) -> Result<(Vec<ChosenOption>, Money), Reason> {
        let chosen = choose(&self.option_groups, wanted)?;
        let mut prices = chosen.iter().map(|option| option.price);
        let price = prices.try_fold(self.fields.price, Money::checked_add);
        let price = price.ok_or(Reason::PriceTooHigh { max: MAX_PRICE })?;
        Ok((chosen, price))
    }

    /// Whether none can be ordered now.
    pub fn is_sold_out(&self) -> bool {
        self.left() == Some(0)
    }
}
