//! A customer asks where an order stays.

use super::{change, read};
use crate::{
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use domain::{
    events::Event,
    orders::{HurryError, Order, OrderHurried, OrderId},
};

/// Does what [`domain::ports::Orders::hurry`] says.
pub(super) async fn hurry(
    write: &mut Write<'_>,
    token: String,
) -> Result<Order, Failure<HurryError>> {
    let clock = &*write.context.clock;
    let id = read::id_of(&mut *write.db, &token).await?;
    let id = id.ok_or(Failure::Refused(HurryError::NotFound))?;
    let kept = change::kept(&mut *write.db, clock, OrderId(id)).await?;
    let kept = kept.ok_or(Failure::Refused(HurryError::NotFound))?;
    let hurried = OrderHurried::decide(kept.order, clock).map_err(Failure::Refused)?;
    let (order, at) = (hurried.order.clone(), hurried.at);
    let millis = at.millis();
    sqlx::query!("update orders set hurried_at = ? where id = ?", millis, id)
        .execute(&mut *write.db)
        .await?;
    let event = Event::Hurry(Box::new(hurried)).encode(None);
    log::append(write, vec![event.map_err(corrupt)?], at).await?;
    Ok(order)
}
