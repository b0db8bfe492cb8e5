//! What was ordered on a day: dishes, and what was chosen of them.

use crate::json::corrupt;
use domain::{
    language::Localized,
    menu::ItemId,
    money::Money,
    sums::{DishFact, OptionFact},
};
use sqlx::SqliteConnection;

/// Portions by dish and by what became of their orders. Names are those of the newest
/// order: SQLite takes bare columns from the row of the `max`.
pub(super) async fn dishes(
    db: &mut SqliteConnection,
    day: &str,
    until: i64,
) -> Result<Vec<DishFact>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            orders.status as "status!: String", item_id as "item!: i64",
            name_zh as "name_zh!: String", name_en as "name_en!: String",
            max(orders.id) as "newest!: i64", sum(quantity) as "quantity!: u32",
            sum(quantity * price) as "amount!: i64"
        from orders
        join order_lines on order_lines.order_id = orders.id
        where day = ? and placed_at <= ?
        group by orders.status, item_id
        order by max(orders.id) desc
        "#,
        day,
        until,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        Ok(DishFact {
            status: row.status.parse().map_err(corrupt)?,
            item: ItemId(row.item),
            name: Localized {
                zh: row.name_zh,
                en: row.name_en,
            },
            quantity: row.quantity,
            amount: Money::from_minor(row.amount),
        })
    });
    facts.collect()
}

/// Portions by what was chosen of them, as above.
pub(super) async fn options(
    db: &mut SqliteConnection,
    day: &str,
    until: i64,
) -> Result<Vec<OptionFact>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            orders.status as "status!: String", chosen.value ->> 'choice' as "choice!: String",
            coalesce(chosen.value ->> '$.name.zh', '') as "name_zh!: String",
            coalesce(chosen.value ->> '$.name.en', '') as "name_en!: String",
            max(orders.id) as "newest!: i64", sum(quantity) as "quantity!: u32",
            sum(quantity * (chosen.value ->> 'price')) as "amount!: i64"
        from orders
        join order_lines on order_lines.order_id = orders.id
        join json_each(order_lines.options) as chosen
        where day = ? and placed_at <= ?
        group by orders.status, chosen.value ->> 'choice'
        order by max(orders.id) desc
        "#,
        day,
        until,
    )
    .fetch_all(db)
    .await?;
    let facts = rows.into_iter().map(|row| {
        Ok(OptionFact {
            status: row.status.parse().map_err(corrupt)?,
            choice: row.choice.parse().map_err(corrupt)?,
            name: Localized {
                zh: row.name_zh,
                en: row.name_en,
            },
            quantity: row.quantity,
            amount: Money::from_minor(row.amount),
        })
    });
    facts.collect()
}
