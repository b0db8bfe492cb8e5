//! Taking personal data out of orders, and out of the events that told of them.

use crate::{
    json::json,
    writer::{Failure, Write},
};
use domain::{Seq, Unavailable, ports::Forgotten};
use sqlx::SqliteConnection;

/// The most orders of which it is done in one go, so that no order waits for it.
const BATCH: i64 = 100;

/// Does what [`domain::ports::Maintenance::forget_customers`] says.
pub(crate) async fn forget_customers(
    write: &mut Write<'_>,
    days: u32,
) -> Result<Forgotten, Failure<Unavailable>> {
    let now = write.context.clock.now();
    let limit = now.minus_days(days).millis();
    let orders = sqlx::query_scalar!(
        r"
        select id from orders
        where forgotten_at is null and placed_at < ?
        order by placed_at limit ?
        ",
        limit,
        BATCH,
    )
    .fetch_all(&mut *write.db)
    .await?;
    let more = i64::try_from(orders.len()).is_ok_and(|count| count == BATCH);
    // Where nothing changes, nothing is written, and no disk is woken.
    if !orders.is_empty() {
        let orders = json(&orders)?;
        empty_orders(&mut *write.db, &orders, now.millis()).await?;
        empty_events(&mut *write.db, &orders).await?;
        empty_answers(&mut *write.db, &orders).await?;
        empty_words(&mut *write.db, &orders).await?;
    }
    let until = sqlx::query_scalar!("select forgotten from log")
        .fetch_one(&mut *write.db)
        .await?;
    Ok(Forgotten {
        until: Seq(until),
        more,
    })
}

async fn empty_orders(
    db: &mut SqliteConnection,
    orders: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update orders set
            customer_name = '', customer_phone = '', note = '', address = '', forgotten_at = ?
        where id in (select value from json_each(?))
        ",
        now,
        orders,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// What the customer said of the order, and the shop to the customer.
async fn empty_words(db: &mut SqliteConnection, orders: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update order_ratings set comment = ''
        where order_id in (select value from json_each(?)) and comment <> ''
        ",
        orders,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        "delete from customer_notes where order_id in (select value from json_each(?))",
        orders,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Whoever got an alert may have said the note again.
async fn empty_answers(db: &mut SqliteConnection, orders: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update channel_alerts set answer = ''
        where order_id in (select value from json_each(?)) and answer <> ''
        ",
        orders,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// An event is the order itself, or has it as `order`; so has what its customer gets.
async fn empty_events(db: &mut SqliteConnection, orders: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update events set
            data = json_replace(
                data,
                '$.customer.name', '', '$.customer.phone', '', '$.note', '', '$.text', '',
                '$.handover.address', '',
                '$.order.customer.name', '', '$.order.customer.phone', '', '$.order.note', '',
                '$.order.handover.address', ''
            ),
            progress = json_replace(
                progress,
                '$.customer.name', '', '$.customer.phone', '', '$.note', '', '$.text', '',
                '$.handover.address', '',
                '$.order.customer.name', '', '$.order.customer.phone', '', '$.order.note', '',
                '$.order.handover.address', ''
            )
        where order_id in (select value from json_each(?))
        ",
        orders,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        r"
        update log set forgotten = max(forgotten, coalesce((
            select max(seq) from events
            where order_id in (select value from json_each(?))
        ), 0))
        ",
        orders,
    )
    .execute(db)
    .await?;
    Ok(())
}
