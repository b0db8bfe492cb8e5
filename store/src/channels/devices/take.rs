//! Alerts to devices on their way: taken to be sent, and what becomes of them.

use crate::{json::corrupt, orders, push_subscriptions, users::user, writer::Write};
use domain::{
    Timestamp,
    channels::{DeviceAlertId, DeviceTold, DueDeviceAlert, next_try},
    users::{User, UserId},
};
use std::collections::HashMap;

/// Does what [`domain::ports::DeviceAlerts::take_device_alerts`] says.
pub(in crate::channels) async fn take(
    write: &mut Write<'_>,
    limit: u32,
    seconds: u32,
) -> Result<Vec<DueDeviceAlert>, sqlx::Error> {
    let now = write.context.clock.now();
    drop_needless(write).await?;
    let (now, lost_at) = (now.millis(), now.plus_seconds(seconds).millis());
    let taken = sqlx::query!(
        r#"
        update device_alerts set next_at = ?1, attempts = attempts + 1
        where id in (
            select id from device_alerts
            where state = 'waiting' and next_at <= ?2
            order by next_at, id
            limit ?3
        )
        returning id as "id!", order_id as "order_id!", device_id as "device_id!", stage as "stage!"
        "#,
        lost_at,
        now,
        limit,
    )
    .fetch_all(&mut *write.db)
    .await?;
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let devices = push_subscriptions::read(&mut *write.db, None).await?;
    let devices: HashMap<_, _> = devices
        .into_iter()
        .map(|device| (device.id.0, device))
        .collect();
    let owners = owners(write).await?;
    let ids: Vec<_> = taken.iter().map(|row| row.order_id).collect();
    let orders = orders::load(&mut *write.db, &*write.context.clock, &ids).await?;
    let orders: HashMap<_, _> = orders
        .into_iter()
        .map(|order| (order.id.0, order))
        .collect();
    let due = taken.into_iter().filter_map(|row| {
        // Keys of other tables, and of users who may sign in: all are there.
        let device = devices.get(&row.device_id)?.clone();
        let owner = owners.get(&device.user)?.clone();
        let order = orders.get(&row.order_id)?.clone();
        let stage = row.stage.parse().map_err(corrupt);
        Some(stage.map(|stage| DueDeviceAlert {
            id: DeviceAlertId(row.id),
            device,
            owner,
            stage,
            order,
        }))
    });
    due.collect()
}

/// The users who may sign in.
async fn owners(write: &mut Write<'_>) -> Result<HashMap<UserId, User>, sqlx::Error> {
    let rows = sqlx::query!("select id, name, role from users where disabled_at is null")
        .fetch_all(&mut *write.db)
        .await?;
    let owners = rows.into_iter().map(|row| {
        let owner = user(row.id, row.name, &row.role)?;
        Ok((owner.id, owner))
    });
    owners.collect()
}

/// Drops alerts of orders of which there is nothing to be told any more, and those to users
/// who may not sign in.
async fn drop_needless(write: &mut Write<'_>) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update device_alerts set state = 'dropped'
        where state = 'waiting' and (
            (stage <> 'answered' and not exists (
                select 1 from orders_to_tell as told
                where told.order_id = device_alerts.order_id
                    and told.hurried = (stage like 'hurried%')
            ))
            or device_id in (
                select push_subscriptions.id from push_subscriptions
                join users on users.id = user_id
                where disabled_at is not null
            )
        )
        "
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Does what [`domain::ports::DeviceAlerts::settle_device_alert`] says.
pub(in crate::channels) async fn settle(
    write: &mut Write<'_>,
    alert: DeviceAlertId,
    told: DeviceTold,
) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now();
    let after = match told {
        DeviceTold::Taken => return sent(write, alert, now).await,
        DeviceTold::Again { after } => Some(after),
        DeviceTold::Never => None,
    };
    let attempts = sqlx::query_scalar!(
        r#"
        select attempts as "attempts: u32" from device_alerts
        where id = ? and state = 'waiting'
        "#,
        alert.0,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let Some(attempts) = attempts else {
        return Ok(());
    };
    let next = after.and_then(|after| next_try(attempts, after));
    let state = if next.is_some() {
        "waiting"
    } else {
        "given_up"
    };
    let next_at = now.plus_seconds(next.unwrap_or_default()).millis();
    sqlx::query!(
        "update device_alerts set state = ?, next_at = ? where id = ?",
        state,
        next_at,
        alert.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// Notes that the service has it. It may have come after what takes it back: then it is
/// taken back again. What tells that a customer asks comes again on what was taken back.
async fn sent(
    write: &mut Write<'_>,
    alert: DeviceAlertId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let now = now.millis();
    sqlx::query!(
        "update device_alerts set state = 'sent' where id = ?",
        alert.0
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        delete from device_alerts
        where stage = 'answered' and (order_id, device_id) in (
            select order_id, device_id from device_alerts
            where id = ? and stage like 'hurried%'
        )
        ",
        alert.0,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        insert into device_alerts (order_id, device_id, stage, created_at, next_at)
        select order_id, device_id, 'answered', ?1, ?1
        from device_alerts
        where id = ?2 and stage <> 'answered' and not exists (
            select 1 from orders_to_tell as told
            where told.order_id = device_alerts.order_id
                and told.hurried = (stage like 'hurried%')
        )
        on conflict (order_id, device_id, stage)
        do update set state = 'waiting', attempts = 0, next_at = excluded.next_at
        ",
        now,
        alert.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
