//! Reading the menu.

use super::{option_groups, rows::ItemRow};
use crate::json::json;
use domain::{
    ShopClock,
    language::Localized,
    menu::{Category, CategoryId, CategoryName, Item, ItemId},
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// An item without options: most orders need not look for any.
const NONE: &str = "[]";

/// The items of those identities, as far as there are such.
pub(crate) async fn items(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
    ids: impl Iterator<Item = ItemId>,
) -> Result<Vec<Item>, sqlx::Error> {
    let ids: Vec<i64> = ids.map(|id| id.0).collect();
    let (ids, today) = (json(&ids)?, clock.day(clock.now()));
    let rows = sqlx::query_as!(
        ItemRow,
        r#"
        select
            id, category_id, name_zh, name_en, description_zh, description_en, price,
            stock as "stock: u32", marks, options, photo, visible as "visible: bool",
            (sold_out_on is not null and sold_out_on = ?) as "sold_out_today!: bool",
            version as "version: u32"
        from items
        where deleted_at is null and id in (select value from json_each(?))
        "#,
        today,
        ids,
    )
    .fetch_all(&mut *db)
    .await?;
    let groups = match rows.iter().any(|row| row.options != NONE) {
        true => option_groups::all(db).await?,
        false => Vec::new(),
    };
    let items = rows.into_iter().map(|row| row.into_item(&groups));
    items.collect()
}

/// The items of which somebody said that they are sold out for today.
pub(super) async fn sold_out_today(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
) -> Result<Vec<ItemId>, sqlx::Error> {
    let today = clock.day(clock.now());
    let ids = sqlx::query_scalar!(
        "select id from items where sold_out_on = ? and deleted_at is null",
        today,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(ItemId).collect())
}

/// What the categories are called, in the shop's order.
pub(crate) async fn category_names(
    db: &mut SqliteConnection,
) -> Result<Vec<CategoryName>, sqlx::Error> {
    let rows =
        sqlx::query!("select id, name_zh, name_en, station from categories order by position, id")
            .fetch_all(db)
            .await?;
    let names = rows.into_iter().map(|row| CategoryName {
        id: CategoryId(row.id),
        name: Localized {
            zh: row.name_zh,
            en: row.name_en,
        },
        station: row.station,
    });
    Ok(names.collect())
}

/// The items of a category, in the shop's order.
pub(super) async fn items_in(
    db: &mut SqliteConnection,
    category: CategoryId,
) -> Result<Vec<ItemId>, sqlx::Error> {
    let ids = sqlx::query_scalar!(
        r"
        select id from items where category_id = ? and deleted_at is null
        order by position, id
        ",
        category.0,
    )
    .fetch_all(db)
    .await?;
    Ok(ids.into_iter().map(ItemId).collect())
}

/// The whole menu, in the shop's order.
pub(super) async fn menu(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
) -> Result<Vec<Category>, sqlx::Error> {
    let mut items = items_by_category(&mut *db, clock).await?;
    let names = category_names(db).await?;
    let categories = names.into_iter().map(|category| Category {
        items: items.remove(&category.id).unwrap_or_default(),
        id: category.id,
        name: category.name,
        station: category.station,
    });
    Ok(categories.collect())
}

async fn items_by_category(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
) -> Result<HashMap<CategoryId, Vec<Item>>, sqlx::Error> {
    let today = clock.day(clock.now());
    let rows = sqlx::query_as!(
        ItemRow,
        r#"
        select
            id, category_id, name_zh, name_en, description_zh, description_en, price,
            stock as "stock: u32", marks, options, photo, visible as "visible: bool",
            (sold_out_on is not null and sold_out_on = ?) as "sold_out_today!: bool",
            version as "version: u32"
        from items
        where deleted_at is null
        order by category_id, position, id
        "#,
        today,
    )
    .fetch_all(&mut *db)
    .await?;
    let groups = option_groups::all(db).await?;
    let mut items: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let item = row.into_item(&groups)?;
        items.entry(item.category).or_default().push(item);
    }
    Ok(items)
}
