//! The menu.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::json,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    language::Localized,
    menu::{Item, ItemId, NewCategory, NewItem},
    money::Money,
    ports::Menu,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

#[async_trait]
impl Menu for SqliteStore {
    async fn menu(&self) -> Result<Vec<Item>, Unavailable> {
        let failed = failed("read the menu");
        let mut db = self.readers.acquire().await.map_err(&failed)?;
        rows(&mut db, None).await.map_err(&failed)
    }

    async fn fill_menu(&self, categories: Vec<NewCategory>) -> Result<bool, Unavailable> {
        self.write("fill the menu", |write| Box::pin(fill(write, categories)))
            .await
    }
}

/// A row of the menu, as the queries below give it.
struct ItemRow {
    id: i64,
    category_zh: String,
    category_en: String,
    name_zh: String,
    name_en: String,
    description_zh: String,
    description_en: String,
    price: i64,
    available: bool,
    stock: Option<u32>,
}

impl From<ItemRow> for Item {
    fn from(row: ItemRow) -> Self {
        let text = |zh, en| Localized { zh, en };
        Self {
            id: ItemId(row.id),
            category: text(row.category_zh, row.category_en),
            name: text(row.name_zh, row.name_en),
            description: text(row.description_zh, row.description_en),
            price: Money::from_minor(row.price),
            available: row.available,
            stock: row.stock,
        }
    }
}

/// The items of those identities, as far as there are such.
pub(crate) async fn items(
    db: &mut SqliteConnection,
    ids: impl Iterator<Item = ItemId>,
) -> Result<Vec<Item>, sqlx::Error> {
    let ids: Vec<i64> = ids.map(|id| id.0).collect();
    rows(db, Some(json(&ids)?)).await
}

/// The items of the identities in the JSON array `ids`, or all.
async fn rows(db: &mut SqliteConnection, ids: Option<String>) -> Result<Vec<Item>, sqlx::Error> {
    let rows = sqlx::query_as!(
        ItemRow,
        r#"
        select
            items.id,
            categories.name_zh as category_zh, categories.name_en as category_en,
            items.name_zh, items.name_en, description_zh, description_en,
            price, available as "available: bool", stock as "stock: u32"
        from items
        join categories on categories.id = items.category_id
        where ?1 is null or items.id in (select value from json_each(?1))
        order by categories.position, items.position
        "#,
        ids,
    )
    .fetch_all(db)
    .await?;
    Ok(rows.into_iter().map(Item::from).collect())
}

/// Takes what was sold of items of which there is a limited number.
pub(crate) async fn take(
    db: &mut SqliteConnection,
    sold: &HashMap<ItemId, u32>,
) -> Result<(), sqlx::Error> {
    if sold.is_empty() {
        return Ok(());
    }
    let sold = json(sold)?;
    sqlx::query!(
        r"
        update items set stock = stock - sold.value
        from json_each(?) as sold where items.id = cast(sold.key as integer)
        ",
        sold,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Fills an empty menu; says whether it was empty.
async fn fill(
    write: &mut Write<'_>,
    categories: Vec<NewCategory>,
) -> Result<bool, Failure<Unavailable>> {
    let items = sqlx::query_scalar!("select count(*) from items")
        .fetch_one(&mut *write.db)
        .await?;
    if items > 0 {
        return Ok(false);
    }
    for (position, category) in (1_i64..).zip(&categories) {
        let category_id = sqlx::query_scalar!(
            "insert into categories (position, name_zh, name_en) values (?, ?, ?) returning id",
            position,
            category.name.zh,
            category.name.en,
        )
        .fetch_one(&mut *write.db)
        .await?;
        for (position, item) in (1_i64..).zip(&category.items) {
            insert(&mut *write.db, category_id, position, item).await?;
        }
    }
    Ok(true)
}

async fn insert(
    db: &mut SqliteConnection,
    category_id: i64,
    position: i64,
    item: &NewItem,
) -> Result<(), sqlx::Error> {
    let price = item.price.minor();
    sqlx::query!(
        r"
        insert into items (
            category_id, position, name_zh, name_en,
            description_zh, description_en, price, available, stock
        )
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ",
        category_id,
        position,
        item.name.zh,
        item.name.en,
        item.description.zh,
        item.description.en,
        price,
        item.available,
        item.stock,
    )
    .execute(db)
    .await?;
    Ok(())
}
