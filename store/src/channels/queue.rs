//! Queueing alerts.

use super::devices::queue as devices;
use crate::{crash, writer::Write};
use domain::channels::{Due, Watch};

/// How many alerts are kept; what waits is kept beside.
const KEPT: i64 = 1_000;

/// Does what [`domain::ports::AlertQueue::queue_alerts`] says.
pub(super) async fn add(write: &mut Write<'_>, due: Vec<(Watch, Due)>) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now().millis();
    for (watch, due) in due {
        add_one(write, &watch, due, now).await?;
    }
    sqlx::query!(
        r"
        delete from channel_alerts
        where state <> 'waiting' and id <= (select max(id) from channel_alerts) - ?
        ",
        KEPT,
    )
    .execute(&mut *write.db)
    .await?;
    devices::prune(write, now).await?;
    crash::point("alerted");
    Ok(())
}

async fn add_one(
    write: &mut Write<'_>,
    watch: &Watch,
    due: Due,
    now: i64,
) -> Result<(), sqlx::Error> {
    let order = watch.order.0;
    let passed = watch.passed.map(|stage| stage.to_string());
    let reached = due.stage.or(watch.passed).map(|stage| stage.to_string());
    let next_at = due.next.map_or(i64::MAX, |next| next.millis());
    let went_on = sqlx::query!(
        r"
        update watched_orders set passed = ?1, next_at = ?2
        where order_id = ?3 and passed is ?4
            and exists (select 1 from orders where id = ?3 and status = 'placed')
        ",
        reached,
        next_at,
        order,
        passed,
    )
    .execute(&mut *write.db)
    .await?;
    if went_on.rows_affected() == 0 {
        return Ok(());
    }
    if due.next.is_none() {
        sqlx::query!("delete from watched_orders where order_id = ?", order)
            .execute(&mut *write.db)
            .await?;
    }
    let Some(stage) = due.stage else {
        return Ok(());
    };
    devices::queue(write, watch.order, stage, now).await?;
    let stage = stage.to_string();
    sqlx::query!(
        r"
        update channel_alerts set state = 'dropped'
        where order_id = ? and state = 'waiting' and stage not like 'hurried%'
        ",
        order,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        r"
        insert into channel_alerts (order_id, channel_id, stage, created_at, next_at)
        select ?1, id, ?2, ?3, ?3 from channels where enabled
        on conflict (order_id, channel_id, stage) do nothing
        ",
        order,
        stage,
        now,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
