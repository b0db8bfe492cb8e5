//! Editing an order: its lines, its note, and what that takes from the stock.

use super::{change, new_rows};
use crate::{
    menu,
    writer::{Failure, Write},
};
use domain::{
    orders::{ChangeError, DecidedEdit, Order, OrderEdit},
    users::User,
};
use sqlx::SqliteConnection;

/// Does what [`domain::ports::Orders::edit`] says.
pub(super) async fn edit(
    write: &mut Write<'_>,
    edit: OrderEdit,
    by: User,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let kept = change::kept(&mut *write.db, clock, edit.order).await?;
    let kept = kept.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let ids = edit.items(&kept.order).into_iter();
    let items = menu::items_of(&mut *write.db, clock, ids).await?;
    let decided = edit.decide(kept, items, &by, clock);
    let DecidedEdit { change, taken } = decided.map_err(Failure::Refused)?;
    let order = change.changed.order.clone();
    update(&mut *write.db, &order).await?;
    new_rows::replace_lines(&mut *write.db, &order).await?;
    change::keep_with_stock(write, change, &taken, Some(&by)).await
}

async fn update(db: &mut SqliteConnection, order: &Order) -> Result<(), sqlx::Error> {
    let total = order.total.minor();
    sqlx::query!(
        "update orders set total = ?, note = ? where id = ?",
        total,
        order.note,
        order.id.0,
    )
    .execute(db)
    .await?;
    Ok(())
}
