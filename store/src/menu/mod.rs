//! The menu.

mod categories;
mod change;
mod done;
mod fill;
mod import;
mod items;
mod option_changes;
mod option_groups;
mod photos;
mod read;
mod rows;
mod stock;

pub(crate) use read::{category_names, items as items_of};
pub(crate) use stock::take;

use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{
    Unavailable,
    menu::{
        Category, CategoryName, Item, ItemId, MenuChange, MenuError, NewMenu, PhotoId,
        options::{OptionGroup, OptionGroupChange},
        sheet::{ImportError, Imported, MenuImport},
    },
    ports::Menu,
    users::User,
};
use std::{collections::HashSet, iter};

#[async_trait]
impl Menu for SqliteStore {
    async fn menu(&self) -> Result<Vec<Category>, Unavailable> {
        let failed = failed("read the menu");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        read::menu(&mut db, &*self.clock).await.map_err(&failed)
    }

    async fn item(&self, id: ItemId) -> Result<Option<Item>, Unavailable> {
        let failed = failed("read a dish");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        let items = read::items(&mut db, &*self.clock, iter::once(id)).await;
        Ok(items.map_err(&failed)?.pop())
    }

    async fn category_names(&self) -> Result<Vec<CategoryName>, Unavailable> {
        let failed = failed("read the categories");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        read::category_names(&mut db).await.map_err(&failed)
    }

    async fn sold_out_today(&self) -> Result<Vec<ItemId>, Unavailable> {
        let failed = failed("read what is sold out");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        let sold_out = read::sold_out_today(&mut db, &*self.clock).await;
        sold_out.map_err(&failed)
    }

    async fn option_groups(&self) -> Result<Vec<OptionGroup>, Unavailable> {
        let failed = failed("read the options");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        option_groups::all(&mut db).await.map_err(&failed)
    }

    async fn fill_menu(&self, menu: NewMenu) -> Result<bool, Unavailable> {
        self.write("fill the menu", |write| Box::pin(fill::fill(write, menu)))
            .await
    }

    async fn change_menu(
        &self,
        change: MenuChange,
        by: &User,
    ) -> Result<Option<ItemId>, MenuError> {
        let by = by.clone();
        self.write("change the menu", |write| {
            Box::pin(change::change(write, change, by))
        })
        .await
    }

    async fn change_option_groups(
        &self,
        change: OptionGroupChange,
        by: &User,
    ) -> Result<(), MenuError> {
        let by = by.clone();
        self.write("change the options", |write| {
            Box::pin(option_changes::change(write, change, by))
        })
        .await
    }

    async fn photos_in_use(&self) -> Result<HashSet<PhotoId>, Unavailable> {
        let failed = failed("read which photos there are");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        let photos = photos::in_use(&mut db, &*self.clock).await;
        photos.map_err(&failed)
    }

    async fn import_menu(&self, import: MenuImport, by: &User) -> Result<Imported, ImportError> {
        let by = by.clone();
        self.write("import a menu", |write| {
            Box::pin(import::import(write, import, by))
        })
        .await
    }
}
