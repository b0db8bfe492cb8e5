//! Changing an order.

use super::{history, rows};
use crate::{
    json::{corrupt, json},
    log, menu,
    writer::{Failure, Write},
};
use domain::{
    ShopClock,
    events::Event,
    menu::{ItemId, MenuChanged},
    orders::{ChangeError, DecidedChange, KeptOrder, Order, OrderChange, OrderId, Undo},
    users::User,
};
use sqlx::SqliteConnection;
use std::{collections::HashMap, iter};

/// Does what [`domain::ports::Orders::change`] says.
pub(crate) async fn change(
    write: &mut Write<'_>,
    change: OrderChange,
    by: User,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let kept = kept(&mut *write.db, clock, change.order).await?;
    let kept = kept.ok_or(Failure::Refused(ChangeError::NotFound))?;
    let decided = change.decide(kept, &by, clock).map_err(Failure::Refused)?;
    keep(write, decided, Some(&by)).await
}

/// Keeps a change that was decided, and what it takes from the stock or gives back; `by` is
/// nobody for the order's customer.
pub(super) async fn keep(
    write: &mut Write<'_>,
    decided: DecidedChange,
    by: Option<&User>,
) -> Result<Order, Failure<ChangeError>> {
    let clock = &*write.context.clock;
    let items = menu::items_of(&mut *write.db, clock, decided.items().into_iter()).await?;
    let taken = decided.taken(items).map_err(Failure::Refused)?;
    keep_with_stock(write, decided, &taken, by).await
}

/// Keeps a change that was decided, what it takes of each item, its history, and the events that
/// tell of it.
pub(super) async fn keep_with_stock<E>(
    write: &mut Write<'_>,
    decided: DecidedChange,
    taken: &HashMap<ItemId, i64>,
    by: Option<&User>,
) -> Result<Order, Failure<E>> {
    update(&mut *write.db, &decided, by).await?;
    let DecidedChange { changed, entry, .. } = decided;
    history::append(&mut *write.db, changed.order.id, &entry, by).await?;
    let (order, at) = (changed.order.clone(), changed.at);
    let turned = menu::take(&mut *write.db, taken).await?;
    let turned = turned.into_iter().map(MenuChanged::by_order);
    let events = iter::once(Event::of_change(changed)).chain(turned.map(Event::Menu));
    let events: Result<_, _> = events.map(|event| event.encode(None)).collect();
    log::append(write, events.map_err(corrupt)?, at).await?;
    Ok(order)
}

/// The order, and what its last move may be taken back to.
pub(super) async fn kept(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
    id: OrderId,
) -> Result<Option<KeptOrder>, sqlx::Error> {
    let Some(order) = rows::load(&mut *db, clock, &[id.0]).await?.pop() else {
        return Ok(None);
    };
    let undo = sqlx::query_scalar!("select undo from orders where id = ?", id.0)
        .fetch_one(db)
        .await?;
    let undo: Option<Undo> = undo
        .map(|undo| serde_json::from_str(&undo))
        .transpose()
        .map_err(corrupt)?;
    Ok(Some(KeptOrder { order, undo }))
}

/// Keeps what may change of the order beside its lines; `by` is nobody for its customer.
async fn update(
    db: &mut SqliteConnection,
    decided: &DecidedChange,
    by: Option<&User>,
) -> Result<(), sqlx::Error> {
    let order = &decided.changed.order;
    let status = order.status.as_str();
    let handled_at = order.handled.as_ref().map(|handled| handled.at.millis());
    let handled_by = order.handled.as_ref().map(|handled| &*handled.by);
    let promised_at = order.promised.as_ref().map(|promised| promised.at.millis());
    let reason = order.reason.as_ref().map(json).transpose()?;
    let payment = order.payment.map(|payment| payment.as_str());
    let refunded = order.refunded.minor();
    let undo = decided.undo.as_ref().map(json).transpose()?;
    let by = by.map(|by| by.id.0);
    sqlx::query!(
        r"
        update orders set
            status = ?1, version = ?2, handled_at = ?3,
            -- Whoever got another name meanwhile is the one who does this.
            handled_by = case
                when ?3 is null then null
                else coalesce((select id from users where name = ?4), ?5)
            end,
            promised_at = ?6, reason = ?7, payment = ?8, refunded = ?9, undo = ?10
        where id = ?11
        ",
        status,
        order.version,
        handled_at,
        handled_by,
        by,
        promised_at,
        reason,
        payment,
        refunded,
        undo,
        order.id.0,
    )
    .execute(db)
    .await?;
    Ok(())
}
