//! The port through which the menu is kept.

use crate::{
    Unavailable,
    menu::{
        Category, CategoryName, Item, ItemId, MenuChange, MenuError, NewMenu, PhotoId,
        options::{OptionGroup, OptionGroupChange},
        sheet::{ImportError, Imported, MenuImport},
    },
    users::User,
};
use async_trait::async_trait;
use std::collections::HashSet;

/// The menu.
#[async_trait]
pub trait Menu: Send + Sync {
    /// The whole menu, in the shop's order: hidden items and empty categories too.
    async fn menu(&self) -> Result<Vec<Category>, Unavailable>;

    /// An item, hidden or not; `None` where there is none, or none any more.
    async fn item(&self, id: ItemId) -> Result<Option<Item>, Unavailable>;

    /// What the categories are called, in the shop's order: empty ones too.
    async fn category_names(&self) -> Result<Vec<CategoryName>, Unavailable>;

    /// The items of which somebody said that they are sold out for today.
    async fn sold_out_today(&self) -> Result<Vec<ItemId>, Unavailable>;

    /// All groups of options, in the shop's order.
    async fn option_groups(&self) -> Result<Vec<OptionGroup>, Unavailable>;

    /// Fills the menu, if it is empty; says whether it was.
    async fn fill_menu(&self, menu: NewMenu) -> Result<bool, Unavailable>;

    /// Changes the menu, notes who did it, and tells it: all or nothing. Gives the item
    /// that it is about, if it is about one.
    async fn change_menu(&self, change: MenuChange, by: &User)
    -> Result<Option<ItemId>, MenuError>;

    /// Changes the groups of options, notes who did it, and tells it: all or nothing.
    async fn change_option_groups(
        &self,
        change: OptionGroupChange,
        by: &User,
    ) -> Result<(), MenuError>;

    /// The photos that are needed: those of items, also of deleted ones, and those that
    /// can still be brought back.
    async fn photos_in_use(&self) -> Result<HashSet<PhotoId>, Unavailable>;

    /// Adds and changes what a table says, where the menu still is what was seen, notes
    /// who did it, and tells it once: all or nothing.
    async fn import_menu(&self, import: MenuImport, by: &User) -> Result<Imported, ImportError>;
}
