//! Moving an order on.

use super::rows;
use crate::{
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use domain::{
    events::Event,
    orders::{ChangeError, Order, OrderChanged, StatusChange},
    users::User,
};
use sqlx::SqliteConnection;

/// Keeps what the change makes of the order, and the event that tells of it.
pub(crate) async fn change(
    write: &mut Write<'_>,
    change: StatusChange,
    by: User,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let found = rows::load(&mut *write.db, clock, &[change.order.0]).await?;
    let order = found.into_iter().next();
    let order = order.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let decided = change.decide(order, &by, clock);
    let changed = decided.map_err(Failure::Refused)?;
    update(&mut *write.db, &changed, &by).await?;
    let (order, at) = (changed.order.clone(), changed.at);
    let event = Event::of_change(changed).encode(None).map_err(corrupt)?;
    log::append(write, vec![event], at).await?;
    Ok(order)
}

async fn update(
    db: &mut SqliteConnection,
    changed: &OrderChanged,
    by: &User,
) -> Result<(), sqlx::Error> {
    let order = &changed.order;
    let (status, at) = (order.status.as_str(), changed.at.millis());
    sqlx::query!(
        "update orders set status = ?, version = ?, handled_by = ?, handled_at = ? where id = ?",
        status,
        order.version,
        by.id.0,
        at,
        order.id.0,
    )
    .execute(db)
    .await?;
    Ok(())
}
