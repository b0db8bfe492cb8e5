//! What the shop sells.

use crate::{language::Localized, money::Money};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The identity of an item on the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(pub i64);

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for ItemId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// An item that can be ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identity.
    pub id: ItemId,
    /// The heading under which the menu shows it.
    pub category: Localized,
    /// What it is called.
    pub name: Localized,
    /// A line about it.
    pub description: Localized,
    /// The price of one, in minor units.
    pub price: Money,
    /// Whether the shop offers it today.
    pub available: bool,
    /// How many are left; `None` where there is no limit.
    pub stock: Option<u32>,
}

impl Item {
    /// How many can be ordered now; `None` where there is no limit.
    pub fn left(&self) -> Option<u32> {
        if self.available { self.stock } else { Some(0) }
    }

    /// Whether none can be ordered now.
    pub fn is_sold_out(&self) -> bool {
        self.left() == Some(0)
    }
}

/// A heading of a menu that is to be filled in, with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewCategory {
    /// What it is called.
    pub name: Localized,
    /// Its items, in the order in which they are shown.
    pub items: Vec<NewItem>,
}

/// An item of a menu that is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewItem {
    /// What it is called.
    pub name: Localized,
    /// A line about it.
    pub description: Localized,
    /// The price of one, in minor units.
    pub price: Money,
    /// Whether the shop offers it today.
    pub available: bool,
    /// How many there are; `None` where there is no limit.
    pub stock: Option<u32>,
}
