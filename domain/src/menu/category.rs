//! The headings of the menu.

use super::{Item, ItemFields, options::OptionGroupFields};
use crate::{ids::CategoryId, language::Localized};
use serde::Deserialize;

/// A heading of the menu, with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its identity.
    pub id: CategoryId,
    /// What it is called.
    pub name: Localized,
    /// Where its items are made; `None` where it is a station itself.
    pub station: Option<String>,
    /// Its items, in the order in which they are shown.
    pub items: Vec<Item>,
}

/// What a heading of the menu is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryName {
    /// The category.
    pub id: CategoryId,
    /// What it is called.
    pub name: Localized,
    /// Where its items are made; `None` where it is a station itself.
    pub station: Option<String>,
}

/// What the shop says of a heading of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryFields {
    /// What it is called.
    pub name: Localized,
    /// Where its items are made; `None` where it is a station itself.
    pub station: Option<String>,
}

/// A heading of a menu that is to be filled in, with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewCategory {
    /// What it is called.
    pub name: Localized,
    /// Its items, in the order in which they are shown.
    pub items: Vec<ItemFields>,
}

/// A menu that is to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewMenu {
    /// Its groups of options. Items name them by their places, from 1.
    pub option_groups: Vec<OptionGroupFields>,
    /// Its categories.
    pub categories: Vec<NewCategory>,
}
