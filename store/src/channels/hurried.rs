//! Alerts of orders of which customers asked where they stay.

use crate::{json::json, writer::Write};
use domain::channels::{Cause, Hurried};

/// Queues an alert of each question for each channel that is enabled, and for each device
/// whose user may sign in: to go when it is to be told.
pub(super) async fn queue(write: &mut Write<'_>, hurried: &[Hurried]) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now().millis();
    let rows = hurried.iter().map(|hurried| {
        let cause = Cause::Hurried(hurried.at).to_string();
        (hurried.order.0, cause, hurried.notice_at.millis())
    });
    let rows = json(&rows.collect::<Vec<_>>())?;
    sqlx::query!(
        r"
        insert into channel_alerts (order_id, channel_id, stage, created_at, next_at)
        select value ->> 0, channels.id, value ->> 1, ?1, value ->> 2
        from json_each(?2), channels
        where channels.enabled
        on conflict (order_id, channel_id, stage) do nothing
        ",
        now,
        rows,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        insert into device_alerts (order_id, device_id, stage, created_at, next_at)
        select value ->> 0, push_subscriptions.id, value ->> 1, ?1, value ->> 2
        from json_each(?2), push_subscriptions
        join users on users.id = user_id
        where disabled_at is null
        on conflict (order_id, device_id, stage) do nothing
        ",
        now,
        rows,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
