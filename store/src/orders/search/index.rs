//! What orders are found by.

use domain::orders::OrderId;
use sqlx::SqliteConnection;

/// Notes what new orders are found by; `rows` are those of [`crate::orders::new_rows`].
pub(crate) async fn add(db: &mut SqliteConnection, rows: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        insert into order_search (order_id, number, customer, dishes)
        select
            new.value ->> '$.order.id', new.value ->> '$.order.number',
            lower(
                (new.value ->> '$.order.customer.name') || char(10)
                || (new.value ->> '$.order.customer.phone')
            ),
            lower(coalesce((
                select group_concat(
                    (line.value ->> '$.name.zh') || char(10) || (line.value ->> '$.name.en'),
                    char(10)
                )
                from jsonb_each(new.value, '$.order.lines') as line
            ), ''))
        from jsonb_each(?) as new
        ",
        rows,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Notes what an order is found by that has other lines now.
pub(crate) async fn follow(db: &mut SqliteConnection, order: OrderId) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update order_search set
            dishes = lower(coalesce((
                select group_concat(name_zh || char(10) || name_en, char(10))
                from order_lines where order_id = ?1
            ), ''))
        where order_id = ?1
        ",
        order.0,
    )
    .execute(db)
    .await?;
    Ok(())
}
