//! The menu: as customers see it, and changing it.

mod table;

use super::Shop;
use crate::{
    Unavailable,
    menu::{
        Category, CategoryName, Item, ItemId, MenuChange, MenuError, example,
        options::{OptionGroup, OptionGroupChange},
    },
    policy::{Action, Actor},
    users::User,
};

impl Shop {
    /// The menu as customers see it: without hidden items, and without categories that
    /// have nothing else.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn menu(&self) -> Result<Vec<Category>, Unavailable> {
        let mut menu = self.store.menu().await?;
        for category in &mut menu {
            category.items.retain(|item| item.visible);
        }
        menu.retain(|category| !category.items.is_empty());
        Ok(menu)
    }

    /// The whole menu, for those who may change it.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn whole_menu(&self, by: &User) -> Result<Vec<Category>, MenuError> {
        Actor::from(by).check(Action::SellOut)?;
        Ok(self.store.menu().await?)
    }

    /// An item, hidden or not, for those who may change something of it.
    ///
    /// # Errors
    /// See [`MenuError`]; [`MenuError::NotFound`]: there is none, or none any more.
    pub async fn item(&self, id: ItemId, by: &User) -> Result<Item, MenuError> {
        Actor::from(by).check(Action::SellOut)?;
        self.store.item(id).await?.ok_or(MenuError::NotFound)
    }

    /// What the categories are called, in the shop's order, for those who may change them.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn category_names(&self, by: &User) -> Result<Vec<CategoryName>, MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        Ok(self.store.category_names().await?)
    }

    /// The groups of options, for those who may change them.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn option_groups(&self, by: &User) -> Result<Vec<OptionGroup>, MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        Ok(self.store.option_groups().await?)
    }

    /// Fills an empty menu with that of a noodle shop; says whether it was empty.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn fill_in_example(&self, by: &User) -> Result<bool, MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        // It is part of the program, and a test reads it.
        let example = example().map_err(|_| Unavailable)?;
        Ok(self.store.fill_menu(example).await?)
    }

    /// Changes the menu. Gives the item that the change is about, if it is about one.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn change_menu(
        &self,
        change: MenuChange,
        by: &User,
    ) -> Result<Option<ItemId>, MenuError> {
        let action = match change {
            MenuChange::SellOut(..) => Action::SellOut,
            _ => Action::EditMenu,
        };
        Actor::from(by).check(action)?;
        self.store.change_menu(change, by).await
    }

    /// Changes the groups of options.
    ///
    /// # Errors
    /// See [`MenuError`].
    pub async fn change_option_groups(
        &self,
        change: OptionGroupChange,
        by: &User,
    ) -> Result<(), MenuError> {
        Actor::from(by).check(Action::EditMenu)?;
        self.store.change_option_groups(change, by).await
    }
}
