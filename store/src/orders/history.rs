//! What was done about orders.

use super::rows;
use crate::{
    SqliteStore,
    diagnostics::failed,
    json::{corrupt, json},
};
use domain::{
    Timestamp, Unavailable,
    orders::{HistoryEntry, Order, OrderId},
    users::User,
};
use sqlx::SqliteConnection;

/// Writes down what `by` did about an order; its customer did where it is nobody.
pub(super) async fn append(
    db: &mut SqliteConnection,
    order: OrderId,
    entry: &HistoryEntry,
    by: Option<&User>,
) -> Result<(), sqlx::Error> {
    let (at, what) = (entry.at.millis(), json(&entry.what)?);
    let by = by.map(|by| by.id.0);
    sqlx::query!(
        "insert into order_history (order_id, version, at, user_id, what) values (?, ?, ?, ?, ?)",
        order.0,
        entry.version,
        at,
        by,
        what,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The order, and what was done about it, oldest first.
pub(super) async fn read(
    store: &SqliteStore,
    id: OrderId,
) -> Result<Option<(Order, Vec<HistoryEntry>)>, Unavailable> {
    let failed = failed("read what was done about an order");
    // One transaction, so that both are of one moment.
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let orders = rows::load(&mut db, &*store.clock, &[id.0]).await;
    let Some(order) = orders.map_err(&failed)?.pop() else {
        return Ok(None);
    };
    let rows = sqlx::query!(
        r#"
        select version as "version: u32", at, users.name as "by?", what
        from order_history
        left join users on users.id = user_id
        where order_id = ?
        order by version
        "#,
        id.0,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(&failed)?;
    let entries = rows.into_iter().map(|row| {
        Ok(HistoryEntry {
            version: row.version,
            at: Timestamp::from_millis(row.at),
            by: row.by.unwrap_or_default(),
            what: serde_json::from_str(&row.what).map_err(corrupt)?,
        })
    });
    let entries = entries.collect::<Result<_, _>>().map_err(&failed)?;
    Ok(Some((order, entries)))
}

/// Up to `limit` orders of the same phone that are older than that order, newest first.
pub(super) async fn earlier(
    store: &SqliteStore,
    order: &Order,
    limit: u32,
) -> Result<Vec<Order>, Unavailable> {
    let failed = failed("read a customer's earlier orders");
    let mut db = store.readers.begin().await.map_err(&failed)?;
    let (phone, id) = (&order.customer.phone, order.id.0);
    let ids = sqlx::query_scalar!(
        r"
        select id from orders
        where customer_phone = ? and customer_phone <> '' and id < ?
        order by id desc
        limit ?
        ",
        phone,
        id,
        limit,
    )
    .fetch_all(&mut *db)
    .await
    .map_err(&failed)?;
    let orders = rows::load(&mut db, &*store.clock, &ids).await;
    orders.map_err(&failed)
}
