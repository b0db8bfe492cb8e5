//! What can be changed on the menu.

use super::{CategoryFields, Direction, Item, ItemFields, PhotoId, options::OptionGroup};
use crate::{
    Unavailable,
    ids::{CategoryId, ItemId},
    language::Localized,
    policy::Forbidden,
    validation::ValidationErrors,
};
use serde::{Deserialize, Serialize};

/// What shall be changed on the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuChange {
    /// A new category, at the end.
    AddCategory(Localized),
    /// Another name for a category, or another station.
    EditCategory(CategoryId, CategoryFields),
    /// A category by one place, if there is one.
    MoveCategory(CategoryId, Direction),
    /// A category before another one, or at the end.
    PlaceCategory(CategoryId, Option<CategoryId>),
    /// A category without items is gone.
    DeleteCategory(CategoryId),
    /// A new item, at the end of its category.
    AddItem(CategoryId, ItemFields),
    /// What the shop says of an item, if it still has that version.
    EditItem {
        /// Which item.
        item: ItemId,
        /// The version that was seen.
        version: u32,
        /// The category in which it shall stand.
        category: CategoryId,
        /// What the shop says of it.
        fields: ItemFields,
        /// Whether the stock stays as it is now: orders take from it while somebody types.
        keep_stock: bool,
    },
    /// An item by one place in its category, if there is one.
    MoveItem(ItemId, Direction),
    /// An item before another one of its category, or at the end of it.
    PlaceItem(ItemId, Option<ItemId>),
    /// Whether customers see an item.
    ShowItem(ItemId, bool),
    /// Whether an item is sold out for the rest of the shop's day.
    SellOut(ItemId, bool),
    /// A photo for an item, in place of the one that it has.
    SetPhoto(ItemId, PhotoId),
    /// An item has no photo any more.
    RemovePhoto(ItemId),
    /// The photo that was removed just now is back.
    RestorePhoto(ItemId),
    /// An item is gone.
    DeleteItem(ItemId),
    /// An item that was deleted is back.
    RestoreItem(ItemId),
}

/// What the log tells of a change of the menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenuChanged {
    /// The item that it is about; `None` where it is about no single one.
    pub item: Option<ItemId>,
    /// Who changed it; blank where nobody did: an order took the last one, or gave one back.
    pub by: String,
    /// Whether somebody has said of the item that it is sold out today; `None` where that is
    /// not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sold_out_today: Option<bool>,
}

impl MenuChanged {
    /// An order took the last one of an item, or gave one back where there was none.
    pub fn by_order(item: ItemId) -> Self {
        Self {
            item: Some(item),
            by: String::new(),
            sold_out_today: None,
        }
    }

    /// As customers' pages are told of it: that there is something new, and nothing else.
    pub fn for_customers() -> Self {
        Self {
            item: None,
            by: String::new(),
            sold_out_today: None,
        }
    }
}

/// The menu was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MenuError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// There is no such item or category.
    #[error("there is no such item or category")]
    NotFound,
    /// Somebody else changed the item first: this is how it stands.
    #[error("somebody else changed the item first")]
    Conflict(Box<Item>),
    /// Somebody else changed the group of options first: this is how it stands.
    #[error("somebody else changed the options first")]
    OptionsConflict(Box<OptionGroup>),
    /// There are as many groups of options as a shop can have.
    #[error("there are too many groups of options")]
    TooManyOptions,
    /// A category with items can't be deleted.
    #[error("the category has items")]
    NotEmpty,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
