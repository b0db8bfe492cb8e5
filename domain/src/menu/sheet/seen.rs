//! What the menu was when somebody agreed to what an import would change: the changes
//! are worked out anew when they are made, and have to be the same ones.

use super::ImportError;
use crate::{
    ids::{CategoryId, ItemId},
    language::Localized,
    menu::{Category, Item},
    money::Currency,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What the menu was, as far as an import depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// What prices are in.
    pub currency: Currency,
    /// The categories: rows name them.
    pub categories: Vec<(CategoryId, Localized)>,
    /// The dish that was added last: whoever sends an import twice adds nothing twice.
    pub newest: Option<ItemId>,
    /// The dishes that would change.
    pub items: Vec<SeenItem>,
}

/// A dish that would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenItem {
    /// Its identity.
    pub id: ItemId,
    /// The version that it had.
    pub version: u32,
    /// How many there were: orders take from it meanwhile, and that is no change by hand.
    pub stock: Option<u32>,
    /// Whether customers saw it: that has no version.
    pub visible: bool,
}

impl SeenItem {
    pub(super) fn of(item: &Item) -> Self {
        Self {
            id: item.id,
            version: item.version,
            stock: item.fields.stock,
            visible: item.visible,
        }
    }
}

impl Seen {
    pub(super) fn of(menu: &[Category], currency: Currency) -> Self {
        Self {
            currency,
            categories: categories(menu),
            newest: newest(menu),
            items: Vec::new(),
        }
    }

    /// Whether the menu still is what was seen.
    ///
    /// # Errors
    /// [`ImportError::Outdated`]
    pub fn check(&self, menu: &[Category]) -> Result<(), ImportError> {
        let items = menu.iter().flat_map(|category| &category.items);
        let known: HashMap<_, _> = items.map(|item| (item.id, item)).collect();
        let is_same = |seen: &SeenItem| {
            known
                .get(&seen.id)
                .is_some_and(|item| (item.version, item.visible) == (seen.version, seen.visible))
        };
        let is_as_large = (&self.categories, self.newest) == (&categories(menu), newest(menu));
        match is_as_large && self.items.iter().all(is_same) {
            true => Ok(()),
            false => Err(ImportError::Outdated),
        }
    }

    pub(super) fn item(&self, id: ItemId) -> Option<&SeenItem> {
        let place = self.items.binary_search_by_key(&id, |item| item.id);
        self.items.get(place.ok()?)
    }
}

fn newest(menu: &[Category]) -> Option<ItemId> {
    let items = menu.iter().flat_map(|category| &category.items);
    items.map(|item| item.id).max()
}

/// Whichever order they stand in.
fn categories(menu: &[Category]) -> Vec<(CategoryId, Localized)> {
    let names = menu
        .iter()
        .map(|category| (category.id, category.name.clone()));
    let mut names: Vec<_> = names.collect();
    names.sort_by_key(|(id, _)| *id);
    names
}
