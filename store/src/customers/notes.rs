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
    orders::{CustomerNote, NewNote, NoteError, OrderId, OrderStatus},
    users::User,
};

/// Keeps what was written, and the event that tells of it; unless that was done before.
pub(super) async fn keep(
    write: &mut Write<'_>,
    order: OrderId,
    note: NewNote,
    by: User,
) -> Result<(), Failure<NoteError>> {
    if is_kept(write, order, &note, &by).await? {
        return Ok(());
    }
    let status = sqlx::query_scalar!("select status from orders where id = ?", order.0)
        .fetch_optional(&mut *write.db)
        .await?;
    let status = status.ok_or(Failure::Refused(NoteError::NotFound))?;
    let status: OrderStatus = status.parse().map_err(corrupt)?;
    // Nobody hears of it any more.
    if status.is_final() {
        return Err(Failure::Refused(NoteError::Over { status }));
    }
    let at = write.context.clock.now();
    let millis = at.millis();
    sqlx::query!(
        r"
        insert into customer_notes (order_id, user_id, text, at, request_id)
        values (?, ?, ?, ?, ?)
        ",
        order.0,
        by.id.0,
        note.text,
        millis,
        note.key,
    )
    .execute(&mut *write.db)
    .await?;
    let note = CustomerNote {
        order,
        text: note.text,
        by: by.name,
        at,
    };
    let event = Event::Note(note).encode(None).map_err(corrupt)?;
    log::append(write, vec![event], at).await?;
    Ok(())
}

/// Whether the note was kept before under its key.
async fn is_kept(
    write: &mut Write<'_>,
    order: OrderId,
    note: &NewNote,
    by: &User,
) -> Result<bool, Failure<NoteError>> {
    let Some(key) = &note.key else {
        return Ok(false);
    };
    let kept = sqlx::query!(
        "select order_id, text from customer_notes where user_id = ? and request_id = ?",
        by.id.0,
        key,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    match kept {
        None => Ok(false),
        Some(kept) if kept.order_id == order.0 && kept.text == note.text => Ok(true),
        Some(_) => Err(Failure::Refused(NoteError::KeyReused)),
    }
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
