//! Rows of new orders, many in one statement.

use super::search;
use crate::{
    crash,
    json::{corrupt, json},
};
use domain::{
    Timestamp,
    money::Currency,
    orders::{LastOrder, Order},
};
use serde::Serialize;
use sqlx::SqliteConnection;

/// What was given out last, the number on that day, zeros where there is none; and what
/// prices are in, where that was set.
pub(crate) async fn last(
    db: &mut SqliteConnection,
    day: &str,
) -> Result<(LastOrder, Option<Currency>), sqlx::Error> {
    // The sequence and not the newest row: no identity is ever used again.
    let row = sqlx::query!(
        r#"
        select
            (select coalesce(max(seq), 0) from sqlite_sequence where name = 'orders') as "id!: i64",
            (select coalesce(max(number), 0) from orders where day = ?) as "number!: u32",
            (select data ->> 'currency' from settings) as "currency: String"
        "#,
        day,
    )
    .fetch_one(db)
    .await?;
    let last = LastOrder {
        id: row.id,
        number: row.number,
    };
    let currency = row.currency.map(|code| code.parse().map_err(corrupt));
    Ok((last, currency.transpose()?))
}

/// A new order, as the statements below take it.
#[derive(Serialize)]
struct Row<'a> {
    request_id: &'a str,
    order: &'a Order,
    /// When it is wanted, in milliseconds: the order has that as text.
    wanted_at: Option<i64>,
}

impl<'a> Row<'a> {
    fn new(request_id: &'a str, order: &'a Order) -> Self {
        let wanted_at = order.wanted.as_ref().map(|wanted| wanted.at.millis());
        Self {
            request_id,
            order,
            wanted_at,
        }
    }
}

/// Keeps new orders, each with the key of its request, and their lines.
pub(crate) async fn insert(
    db: &mut SqliteConnection,
    new: &[(&str, &Order)],
    placed_at: Timestamp,
) -> Result<(), sqlx::Error> {
    let rows = new
        .iter()
        .map(|&(request_id, order)| Row::new(request_id, order));
    let rows = json(&rows.collect::<Vec<_>>())?;
    insert_orders(&mut *db, &rows, placed_at.millis()).await?;
    crash::point("order");
    insert_lines(&mut *db, &rows).await?;
    crash::point("lines");
    search::add(db, &rows).await?;
    Ok(())
}

/// Keeps the lines of an order in the place of those that it had.
pub(super) async fn replace_lines(
    db: &mut SqliteConnection,
    order: &Order,
) -> Result<(), sqlx::Error> {
    // It may have been in the kitchen, until its acceptance was taken back.
    sqlx::query!("delete from line_ticks where order_id = ?", order.id.0)
        .execute(&mut *db)
        .await?;
    sqlx::query!("delete from order_lines where order_id = ?", order.id.0)
        .execute(&mut *db)
        .await?;
    let row = Row::new("", order);
    insert_lines(&mut *db, &json(&[row])?).await?;
    search::follow(db, order.id).await
}

async fn insert_orders(
    db: &mut SqliteConnection,
    rows: &str,
    placed_at: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        insert into orders (
            id, token, request_id, day, number, status, version, currency, total,
            customer_name, customer_phone, note, placed_at, taken_by,
            way, table_name, address, wanted_at
        )
        select
            value ->> '$.order.id', value ->> '$.order.token', value ->> '$.request_id',
            value ->> '$.order.day', value ->> '$.order.number', value ->> '$.order.status',
            value ->> '$.order.version', value ->> '$.order.currency', value ->> '$.order.total',
            value ->> '$.order.customer.name', value ->> '$.order.customer.phone',
            value ->> '$.order.note', ?2,
            (select id from users where name = value ->> '$.order.taken_by'),
            coalesce(value ->> '$.order.handover.way', 'pick_up'),
            coalesce(value ->> '$.order.handover.table', ''),
            coalesce(value ->> '$.order.handover.address', ''),
            value ->> '$.wanted_at'
        from jsonb_each(?1)
        ",
        rows,
        placed_at,
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn insert_lines(db: &mut SqliteConnection, rows: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        insert into order_lines (order_id, position, item_id, name_zh, name_en, quantity, price, options)
        select
            new.value ->> '$.order.id', line.key, line.value ->> 'item',
            line.value ->> '$.name.zh', line.value ->> '$.name.en',
            line.value ->> 'quantity', line.value ->> 'price',
            coalesce(line.value -> 'options', '[]')
        from jsonb_each(?) as new, jsonb_each(new.value, '$.order.lines') as line
        ",
        rows,
    )
    .execute(db)
    .await?;
    Ok(())
}
