//! Pruning the log from its old end.

use super::extent::{head, pruned};
use crate::writer::{Failure, Write};
use delivery::Seq;
use domain::{
    Unavailable,
    ports::{Pruned, Retention},
};

/// The most events that are pruned in one go, so that no order waits for it.
const BATCH: i64 = 500;

/// Writes what is there already.
pub(crate) async fn touch(write: &mut Write<'_>) -> Result<(), Failure<Unavailable>> {
    sqlx::query!("update log set pruned = pruned")
        .execute(&mut *write.db)
        .await?;
    Ok(())
}

/// Prunes a batch, the oldest first, and nothing that stands behind an event
/// that is kept: the rest of the log has no hole. Messages that still wait for
/// their readers stay, where only those readers look for them.
pub(crate) async fn prune(
    write: &mut Write<'_>,
    keep: Retention,
) -> Result<Pruned, Failure<Unavailable>> {
    let now = write.context.clock.now();
    let head = head(&mut *write.db).await?;
    let from = pruned(&mut *write.db).await?;
    let last = Seq((from.0 + BATCH).min(head.0));
    let young = now.minus_days(keep.days).millis();
    let crowded = head.0 - i64::from(keep.events);
    let kept = sqlx::query_scalar!(
        r#"
        select min(seq) as "seq: i64" from events
        where seq > ? and seq <= ? and created_at > ? and seq > ?
        "#,
        from.0,
        last.0,
        young,
        crowded,
    )
    .fetch_one(&mut *write.db)
    .await?;
    let until = kept.map_or(last, |kept| Seq(kept - 1));
    let now = now.millis();
    sqlx::query!(
        "delete from events where seq <= ? and (expires_at is null or expires_at <= ?)",
        until.0,
        now,
    )
    .execute(&mut *write.db)
    .await?;
    // Where nothing changes, nothing is written, and no disk is woken.
    sqlx::query!("update log set pruned = ?1 where pruned <> ?1", until.0)
        .execute(&mut *write.db)
        .await?;
    let more = until == last && last < head;
    Ok(Pruned { until, more })
}
