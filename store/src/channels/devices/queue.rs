//! Queueing alerts to devices.

use crate::{json::json, writer::Write};
use domain::{channels::Stage, orders::OrderId};

/// How long alerts are kept, in milliseconds: a day. By then nobody has an order of that
/// time on the screen any more.
const KEPT: i64 = 86_400_000;

/// Queues an alert of the stage for each device whose user may sign in; that of an earlier
/// stage which has not gone out is dropped.
pub(in crate::channels) async fn queue(
    write: &mut Write<'_>,
    order: OrderId,
    stage: Stage,
    now: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update device_alerts set state = 'dropped'
        where order_id = ? and state = 'waiting'
            and stage <> 'answered' and stage not like 'hurried%'
        ",
        order.0,
    )
    .execute(&mut *write.db)
    .await?;
    let stage = stage.to_string();
    sqlx::query!(
        r"
        insert into device_alerts (order_id, device_id, stage, created_at, next_at)
        select ?1, push_subscriptions.id, ?2, ?3, ?3
        from push_subscriptions
        join users on users.id = user_id
        where disabled_at is null
        on conflict (order_id, device_id, stage) do nothing
        ",
        order.0,
        stage,
        now,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Forgets alerts of long ago.
pub(in crate::channels) async fn prune(write: &mut Write<'_>, now: i64) -> Result<(), sqlx::Error> {
    let too_old = now - KEPT;
    sqlx::query!(
        "delete from device_alerts where created_at < ? and state <> 'waiting'",
        too_old,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Notes that orders were answered: alerts that wait are dropped, and what was shown is to
/// be taken back, once.
pub(in crate::channels) async fn end(
    write: &mut Write<'_>,
    orders: &[OrderId],
) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now().millis();
    let orders = json(orders)?;
    sqlx::query!(
        r"
        update device_alerts set state = 'dropped'
        where state = 'waiting' and stage <> 'answered'
            and order_id in (select value from json_each(?))
        ",
        orders,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        insert into device_alerts (order_id, device_id, stage, created_at, next_at)
        select distinct order_id, device_id, 'answered', ?1, ?1 from device_alerts
        where state = 'sent' and stage <> 'answered'
            and order_id in (select value from json_each(?2))
        on conflict (order_id, device_id, stage) do nothing
        ",
        now,
        orders,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
