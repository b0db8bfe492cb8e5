//! What an import does.

use super::{Column, Place, Seen};
use crate::{ids::ItemId, language::Localized, menu::ItemFields};

/// What an import does, and on which menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuImport {
    /// What the menu has to be.
    pub seen: Seen,
    /// The categories that are added, at the end.
    pub categories: Vec<Localized>,
    /// The dishes that are added, each at the end of its category.
    pub added: Vec<AddedItem>,
    /// The dishes that are changed.
    pub changed: Vec<ChangedItem>,
}

/// How much was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// How many dishes were added.
    pub added: usize,
    /// How many were changed.
    pub changed: usize,
}

/// A dish that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedItem {
    /// Its category.
    pub place: Place,
    /// What the shop says of it.
    pub fields: ItemFields,
    /// Whether customers see it.
    pub visible: bool,
}

/// A dish that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedItem {
    /// Which.
    pub id: ItemId,
    /// Its name before.
    pub name: Localized,
    /// The category in which it shall stand.
    pub place: Place,
    /// What the shop shall say of it.
    pub fields: ItemFields,
    /// Whether customers shall see it.
    pub visible: bool,
    /// Whether the stock stays as it is then: orders take from it meanwhile.
    pub keep_stock: bool,
    /// What becomes different.
    pub cells: Vec<CellChange>,
}

/// A cell that becomes different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Which.
    pub column: Column,
    /// What the menu has.
    pub before: String,
    /// What the table has.
    pub after: String,
}
