//! Alerts on their way: taken to be sent, and what came back.

use super::{rows, watch::drop_needless};
use crate::{SqliteStore, diagnostics::failed, json::corrupt, orders, writer::Write};
use domain::{
    Timestamp, Unavailable,
    channels::{AlertId, Answer, DueAlert, Said, next_try},
};
use std::collections::HashMap;

/// Does what [`domain::ports::AlertQueue::take_alerts`] says.
pub(super) async fn take(
    write: &mut Write<'_>,
    limit: u32,
    seconds: u32,
) -> Result<Vec<DueAlert>, sqlx::Error> {
    let now = write.context.clock.now();
    drop_needless(write).await?;
    let (now, lost_at) = (now.millis(), now.plus_seconds(seconds).millis());
    let taken = sqlx::query!(
        r#"
        update channel_alerts set next_at = ?1, attempts = attempts + 1
        where id in (
            select id from channel_alerts
            where state = 'waiting' and next_at <= ?2
            order by next_at, id
            limit ?3
        )
        returning id as "id!", order_id as "order_id!", channel_id as "channel_id!", stage as "stage!"
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
    let channels = rows::all(&mut *write.db).await?;
    let channels: HashMap<_, _> = channels
        .into_iter()
        .map(|channel| (channel.id.0, channel))
        .collect();
    let ids: Vec<_> = taken.iter().map(|row| row.order_id).collect();
    let orders = orders::load(&mut *write.db, &*write.context.clock, &ids).await?;
    let orders: HashMap<_, _> = orders
        .into_iter()
        .map(|order| (order.id.0, order))
        .collect();
    let due = taken.into_iter().filter_map(|row| {
        // Keys of other tables: both are there.
        let channel = channels.get(&row.channel_id)?.clone();
        let order = orders.get(&row.order_id)?.clone();
        let cause = row.stage.parse().map_err(corrupt);
        Some(cause.map(|cause| DueAlert {
            id: AlertId(row.id),
            channel,
            cause,
            order,
        }))
    });
    due.collect()
}

/// When the next alert is due.
pub(super) async fn next(store: &SqliteStore) -> Result<Option<Timestamp>, Unavailable> {
    let next = sqlx::query_scalar!(
        r#"select min(next_at) as "next: i64" from channel_alerts where state = 'waiting'"#
    )
    .fetch_one(&store.readers)
    .await;
    let next = next.map_err(failed("read when the next alert is due"))?;
    Ok(next.map(Timestamp::from_millis))
}

/// Does what [`domain::ports::AlertQueue::settle_alert`] says.
pub(super) async fn settle(
    write: &mut Write<'_>,
    alert: AlertId,
    answer: Answer,
) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now();
    let said = answer.said.as_str();
    sqlx::query!(
        "update channel_alerts set said = ?, status = ?, answer = ? where id = ?",
        said,
        answer.status,
        answer.text,
        alert.0,
    )
    .execute(&mut *write.db)
    .await?;
    if answer.said == Said::Taken {
        let now = now.millis();
        // Also where nobody needs it any more: it has gone out.
        sqlx::query!(
            "update channel_alerts set state = 'sent', sent_at = ? where id = ?",
            now,
            alert.0,
        )
        .execute(&mut *write.db)
        .await?;
        return Ok(());
    }
    let attempts = sqlx::query_scalar!(
        r#"
        select attempts as "attempts: u32" from channel_alerts
        where id = ? and state = 'waiting'
        "#,
        alert.0,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let Some(attempts) = attempts else {
        return Ok(());
    };
    let next = next_try(attempts, answer.retry_after);
    let state = if next.is_some() {
        "waiting"
    } else {
        "given_up"
    };
    let next_at = now.plus_seconds(next.unwrap_or_default()).millis();
    sqlx::query!(
        "update channel_alerts set state = ?, next_at = ? where id = ?",
        state,
        next_at,
        alert.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
