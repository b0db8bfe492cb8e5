//! What happened to the orders of a day after it was closed.

use super::orders::paid_by;
use crate::json::{corrupt, json};
use domain::{
    Timestamp,
    money::Money,
    orders::OrderId,
    sums::{LATER_SHOWN, LaterChange, LaterOrder},
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// The orders of a closed day that came later, or that have another version than then,
/// oldest first.
pub(super) async fn read(
    db: &mut SqliteConnection,
    day: &str,
) -> Result<Vec<LaterOrder>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            id, number as "number: u32", placed_at, status, total, refunded, payment,
            closed_version is null as "is_new!: bool"
        from orders
        where day = ? and closed_version is not version
        order by id
        limit ?
        "#,
        day,
        LATER_SHOWN,
    )
    .fetch_all(&mut *db)
    .await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut changes = changes(db, &ids).await?;
    let orders = rows.into_iter().map(|row| {
        Ok(LaterOrder {
            id: OrderId(row.id),
            number: row.number,
            placed_at: Timestamp::from_millis(row.placed_at),
            is_new: row.is_new,
            status: row.status.parse().map_err(corrupt)?,
            total: Money::from_minor(row.total),
            refunded: Money::from_minor(row.refunded),
            paid_by: paid_by(row.payment.as_deref())?,
            changes: changes.remove(&row.id).unwrap_or_default(),
        })
    });
    orders.collect()
}

/// What was done about orders after their day was closed, oldest first.
async fn changes(
    db: &mut SqliteConnection,
    orders: &[i64],
) -> Result<HashMap<i64, Vec<LaterChange>>, sqlx::Error> {
    let orders = json(orders)?;
    let rows = sqlx::query!(
        r#"
        select order_id as "order_id!: i64", order_history.at, users.name as "name?", what
        from order_history
        join orders on orders.id = order_history.order_id
        left join users on users.id = order_history.user_id
        where order_id in (select value from json_each(?))
            and order_history.version > coalesce(closed_version, 0)
        order by order_id, order_history.version
        "#,
        orders,
    )
    .fetch_all(db)
    .await?;
    let mut changes: HashMap<i64, Vec<LaterChange>> = HashMap::new();
    for row in rows {
        changes.entry(row.order_id).or_default().push(LaterChange {
            at: Timestamp::from_millis(row.at),
            by: row.name.unwrap_or_default(),
            what: serde_json::from_str(&row.what).map_err(corrupt)?,
        });
    }
    Ok(changes)
}
