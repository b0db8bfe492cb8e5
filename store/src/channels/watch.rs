//! The orders that nobody has answered, and up to where the log was read for them.

use super::{devices::queue as devices, hurried};
use crate::{
    SqliteStore,
    diagnostics::failed,
    json::{corrupt, json},
    writer::Write,
};
use domain::{
    Seq, Timestamp, Unavailable,
    channels::{LogPart, Watch},
    orders::OrderId,
};

/// Up to where the log was read.
pub(super) async fn read_until(store: &SqliteStore) -> Result<Seq, Unavailable> {
    let seq = sqlx::query_scalar!("select seq from alert_reader")
        .fetch_one(&store.readers)
        .await;
    seq.map(Seq)
        .map_err(failed("read up to where the log was read for alerts"))
}

/// Does what [`domain::ports::AlertQueue::watch_orders`] says.
pub(super) async fn read(write: &mut Write<'_>, read: LogPart) -> Result<(), sqlx::Error> {
    let moved = sqlx::query!(
        "update alert_reader set seq = ? where seq = ?",
        read.until.0,
        read.from.0,
    )
    .execute(&mut *write.db)
    .await?;
    if moved.rows_affected() == 0 {
        return Ok(());
    }
    if !read.placed.is_empty() {
        begin(write, &read.placed).await?;
    }
    if !read.answered.is_empty() {
        end(write, &read.answered).await?;
        devices::end(write, &read.answered).await?;
    }
    // After that: nobody has moved these on since.
    if !read.hurried.is_empty() {
        hurried::queue(write, &read.hurried).await?;
    }
    Ok(())
}

async fn begin(write: &mut Write<'_>, orders: &[Watch]) -> Result<(), sqlx::Error> {
    let rows = orders
        .iter()
        .map(|watch| (watch.order.0, watch.notice_at.millis()));
    let rows = json(&rows.collect::<Vec<_>>())?;
    sqlx::query!(
        r"
        insert into watched_orders (order_id, notice_at, next_at)
        select value ->> 0, value ->> 1, value ->> 1 from json_each(?)
        where true
        on conflict (order_id) do nothing
        ",
        rows,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

async fn end(write: &mut Write<'_>, orders: &[OrderId]) -> Result<(), sqlx::Error> {
    let orders = json(orders)?;
    sqlx::query!(
        "delete from watched_orders where order_id in (select value from json_each(?))",
        orders,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        update channel_alerts set state = 'dropped'
        where state = 'waiting' and order_id in (select value from json_each(?))
        ",
        orders,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Drops alerts of orders of which there is nothing to be told any more.
pub(super) async fn drop_needless(write: &mut Write<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update channel_alerts set state = 'dropped'
        where state = 'waiting'
            and not exists (
                select 1 from orders_to_tell as told
                where told.order_id = channel_alerts.order_id
                    and told.hurried = (stage like 'hurried%')
            )
        "
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// When somebody has to look next.
pub(super) async fn next(store: &SqliteStore) -> Result<Option<Timestamp>, Unavailable> {
    let next = sqlx::query_scalar!(
        r"
        select next_at
        from watched_orders
        join orders on orders.id = order_id
        where status = 'placed'
        order by next_at
        limit 1
        "
    )
    .fetch_optional(&store.readers)
    .await;
    let next = next.map_err(failed("read when to look at an order next"))?;
    Ok(next.map(Timestamp::from_millis))
}

/// The orders that still wait, the oldest first: those to look at until then, or all.
pub(super) async fn all(
    store: &SqliteStore,
    until: Option<Timestamp>,
) -> Result<Vec<Watch>, Unavailable> {
    let failed = failed("read the orders that nobody has answered");
    let until = until.map_or(i64::MAX, Timestamp::millis);
    let rows = sqlx::query!(
        r#"
        select order_id as "order_id!", placed_at, notice_at, passed
        from watched_orders
        join orders on orders.id = order_id
        where status = 'placed' and next_at <= ?
        order by order_id
        "#,
        until,
    )
    .fetch_all(&store.readers)
    .await
    .map_err(&failed)?;
    let watches = rows.into_iter().map(|row| {
        let passed = row.passed.map(|stage| stage.parse());
        Ok(Watch {
            order: OrderId(row.order_id),
            placed_at: Timestamp::from_millis(row.placed_at),
            notice_at: Timestamp::from_millis(row.notice_at),
            passed: passed.transpose().map_err(corrupt)?,
        })
    });
    watches.collect::<Result<_, _>>().map_err(&failed)
}
