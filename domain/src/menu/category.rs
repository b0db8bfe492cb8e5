//! The headings of the menu.

use super::{Item, ItemFields};
use crate::{ids::CategoryId, language::Localized};
use serde::Deserialize;

/// A heading of the menu, with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its identity.
    pub id: CategoryId,
    /// What it is called.
    pub name: Localized,
    /// Its items, in the order in which they are shown.
    pub items: Vec<Item>,
}

/// A heading of a menu that is to be filled in, with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NewCategory {
    /// What it is called.
    pub name: Localized,
    /// Its items, in the order in which they are shown.
    pub items: Vec<ItemFields>,
}
