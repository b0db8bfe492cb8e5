//! What the shop writes to customers.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use domain::{
    Timestamp, Unavailable,
    events::Event,
    orders::{ChangeError, CustomerNote, OrderId, OrderStatus},
    users::User,
};

/// Keeps what was written, and the event that tells of it.
pub(super) async fn keep(
    write: &mut Write<'_>,
    order: OrderId,
    text: String,
    by: User,
) -> Result<(), Failure<ChangeError>> {
    let status = sqlx::query_scalar!("select status from orders where id = ?", order.0)
        .fetch_optional(&mut *write.db)
        .await?;
    let status = status.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let status: OrderStatus = status.parse().map_err(corrupt)?;
    // Nobody hears of it any more.
    if status.is_final() {
        return Err(Failure::Refused(ChangeError::Conflict {
            status,
            handled: None,
        }));
    }
    let at = write.context.clock.now();
    let millis = at.millis();
    sqlx::query!(
        "insert into customer_notes (order_id, user_id, text, at) values (?, ?, ?, ?)",
        order.0,
        by.id.0,
        text,
        millis,
    )
    .execute(&mut *write.db)
    .await?;
    let note = CustomerNote {
        order,
        text,
        by: by.name,
        at,
    };
    let event = Event::Note(note).encode(None).map_err(corrupt)?;
    log::append(write, vec![event], at).await?;
    Ok(())
}

/// What was written to the customer of an order, oldest first.
pub(super) async fn read(
    store: &SqliteStore,
    order: OrderId,
) -> Result<Vec<CustomerNote>, Unavailable> {
    let rows = sqlx::query!(
        r#"
        select text, at, users.name as "by"
        from customer_notes join users on users.id = user_id
        where order_id = ?
        order by customer_notes.id
        "#,
        order.0,
    )
    .fetch_all(&store.readers)
    .await;
    let rows = rows.map_err(failed("read what was written to a customer"))?;
    let notes = rows.into_iter().map(|row| CustomerNote {
        order,
        text: row.text,
        by: row.by,
        at: Timestamp::from_millis(row.at),
    });
    Ok(notes.collect())
}
