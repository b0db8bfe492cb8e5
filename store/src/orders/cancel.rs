//! A customer calls an order off.

use super::{change, history};
use crate::{
    json::corrupt,
    log, menu,
    writer::{Failure, Write},
};
use domain::{
    events::Event,
    menu::MenuChanged,
    orders::{ChangeError, CustomerCancel, DecidedEdit, Order, OrderId},
};
use std::iter;

/// Does what [`domain::ports::Orders::cancel`] says.
pub(super) async fn cancel(
    write: &mut Write<'_>,
    cancel: CustomerCancel,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let id = sqlx::query_scalar!("select id from orders where token = ?", cancel.token)
        .fetch_optional(&mut *write.db)
        .await?;
    let id = id.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let kept = change::kept(&mut *write.db, clock, OrderId(id)).await?;
    let kept = kept.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let ids = kept.order.lines.iter().map(|line| line.item);
    let ids: Vec<_> = ids.collect();
    let items = menu::items_of(&mut *write.db, clock, ids.into_iter()).await?;
    let decided = cancel.decide(kept, &items, clock);
    let DecidedEdit { change, taken } = decided.map_err(Failure::Refused)?;
    let order = change.changed.order.clone();
    change::update(&mut *write.db, &change, None).await?;
    history::append(&mut *write.db, order.id, &change.entry, None).await?;
    let turned = menu::take(&mut *write.db, &taken).await?;
    let at = change.changed.at;
    let turned = turned
        .into_iter()
        .map(MenuChanged::by_order)
        .map(Event::Menu);
    let events = iter::once(Event::of_change(change.changed)).chain(turned);
    let events: Result<_, _> = events.map(|event| event.encode(None)).collect();
    log::append(write, events.map_err(corrupt)?, at).await?;
    Ok(order)
}
