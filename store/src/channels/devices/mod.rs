//! Alerts to devices: one row for each order, device and stage.

pub(super) mod queue;
pub(super) mod take;

use crate::{SqliteStore, diagnostics::failed, json::corrupt};
use domain::{Timestamp, Unavailable, channels::DevicesTold};

/// How many devices there are, and what became of the last alert.
pub(super) async fn told(store: &SqliteStore) -> Result<DevicesTold, Unavailable> {
    let failed = failed("read what devices were told");
    let count = sqlx::query_scalar!(
        r#"
        select count(*) as "count: u32" from push_subscriptions
        join users on users.id = user_id
        where disabled_at is null
        "#
    )
    .fetch_one(&store.readers)
    .await
    .map_err(&failed)?;
    let last = sqlx::query!(
        r"
        select created_at, state from device_alerts
        where stage <> 'answered' and (state <> 'dropped' or attempts > 0)
        order by id desc
        limit 1
        "
    )
    .fetch_optional(&store.readers)
    .await
    .map_err(&failed)?;
    let last = last.map(|last| {
        let state = last.state.parse().map_err(corrupt)?;
        Ok((Timestamp::from_millis(last.created_at), state))
    });
    let last = last.transpose().map_err(&failed)?;
    Ok(DevicesTold { count, last })
}

/// When the next alert to a device is due.
pub(super) async fn next(store: &SqliteStore) -> Result<Option<Timestamp>, Unavailable> {
    let next = sqlx::query_scalar!(
        r#"select min(next_at) as "next: i64" from device_alerts where state = 'waiting'"#
    )
    .fetch_one(&store.readers)
    .await;
    let next = next.map_err(failed("read when the next alert to a device is due"))?;
    Ok(next.map(Timestamp::from_millis))
}
