//! Rows of items, and the items that they make.

use crate::json::{corrupt, json};
use domain::{
    language::Localized,
    menu::{CategoryId, Item, ItemFields, ItemId, PhotoId, options::OptionGroup},
    money::Money,
};
use sqlx::SqliteConnection;

/// A row of an item, as the queries give it.
pub(super) struct ItemRow {
    pub(super) id: i64,
    pub(super) category_id: i64,
    pub(super) name_zh: String,
    pub(super) name_en: String,
    pub(super) description_zh: String,
    pub(super) description_en: String,
    pub(super) price: i64,
    pub(super) stock: Option<u32>,
    pub(super) marks: String,
    pub(super) options: String,
    pub(super) photo: Option<String>,
    pub(super) visible: bool,
    pub(super) sold_out_today: bool,
    pub(super) version: u32,
}

impl ItemRow {
    /// The item, with those of the shop's groups of options that it has.
    pub(super) fn into_item(self, groups: &[OptionGroup]) -> Result<Item, sqlx::Error> {
        let row = self;
        let text = |zh, en| Localized { zh, en };
        let options: Vec<_> = serde_json::from_str(&row.options).map_err(corrupt)?;
        let has = |group: &&OptionGroup| options.contains(&group.id);
        let photo = row.photo.map(PhotoId::try_from).transpose();
        Ok(Item {
            id: ItemId(row.id),
            category: CategoryId(row.category_id),
            option_groups: groups.iter().filter(has).cloned().collect(),
            fields: ItemFields {
                name: text(row.name_zh, row.name_en),
                description: text(row.description_zh, row.description_en),
                price: Money::from_minor(row.price),
                stock: row.stock,
                marks: serde_json::from_str(&row.marks).map_err(corrupt)?,
                options,
            },
            photo: photo.map_err(corrupt)?,
            visible: row.visible,
            sold_out_today: row.sold_out_today,
            version: row.version,
        })
    }
}

/// Adds an item at the end of its category.
pub(super) async fn insert(
    db: &mut SqliteConnection,
    category: CategoryId,
    fields: &ItemFields,
) -> Result<ItemId, sqlx::Error> {
    let (price, marks) = (fields.price.minor(), json(&fields.marks)?);
    let options = json(&fields.options)?;
    let id = sqlx::query_scalar!(
        r#"
        insert into items (
            category_id, position, name_zh, name_en,
            description_zh, description_en, price, stock, marks, options
        )
        values (
            ?1, (select coalesce(max(position), 0) + 1 from items where category_id = ?1),
            ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
        )
        returning id as "id!"
        "#,
        category.0,
        fields.name.zh,
        fields.name.en,
        fields.description.zh,
        fields.description.en,
        price,
        fields.stock,
        marks,
        options,
    )
    .fetch_one(db)
    .await?;
    Ok(ItemId(id))
}

/// Adds a category at the end.
pub(super) async fn insert_category(
    db: &mut SqliteConnection,
    name: &Localized,
) -> Result<CategoryId, sqlx::Error> {
    let id = sqlx::query_scalar!(
        r"
        insert into categories (position, name_zh, name_en)
        values ((select coalesce(max(position), 0) + 1 from categories), ?, ?)
        returning id
        ",
        name.zh,
        name.en,
    )
    .fetch_one(db)
    .await?;
    Ok(CategoryId(id))
}
