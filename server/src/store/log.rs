//! The log as a whole: which runs wrote it, and up to where it is pruned.

use super::{
    SqliteStore, events, unavailable,
    write::{Outcome, Write},
    writer::Terms,
};
use domain::{
    cursor::{Epoch, Seq},
    history::{History, Run},
    ports::Unavailable,
};
use sqlx::SqliteConnection;

/// The most events that are pruned in one go, so that no order waits for it.
const BATCH: i64 = 500;

/// How much of the log is kept; what exceeds either is pruned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Retention {
    /// How old an event gets, in days.
    pub(crate) days: u32,
    /// How many events there are.
    pub(crate) events: u32,
}

/// What there is of the log.
#[derive(Debug)]
pub(crate) struct Extent {
    /// Who wrote it.
    pub(crate) history: History,
    /// The newest event that was pruned; 0 where none was.
    pub(crate) pruned: Seq,
    /// The newest event.
    pub(crate) head: Seq,
}

/// How far pruning has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pruned {
    /// The newest event that was pruned.
    pub(crate) until: Seq,
    /// Whether there is more to prune.
    pub(crate) more: bool,
}

impl SqliteStore {
    /// Starts a run: from now on, events are written in its name.
    ///
    /// # Errors
    /// The store did not answer.
    pub(crate) async fn start_run(&self) -> Result<(), Unavailable> {
        self.write(Write::StartRun).await?;
        let mut db = self.readers.begin().await.map_err(unavailable)?;
        let extent = extent(&mut db).await.map_err(unavailable)?;
        self.hub.start(extent);
        Ok(())
    }

    /// Prunes a batch of the events that need not be kept.
    ///
    /// # Errors
    /// The store did not answer; nothing was pruned.
    pub(crate) async fn prune(&self, keep: Retention) -> Result<Pruned, Unavailable> {
        self.write(|reply| Write::Prune(keep, reply)).await
    }
}

async fn extent(db: &mut SqliteConnection) -> Result<Extent, sqlx::Error> {
    let runs = sqlx::query!(r#"select epoch, "after" from runs order by id"#)
        .fetch_all(&mut *db)
        .await?;
    let runs = runs.into_iter().map(|run| Run {
        // A constraint keeps it in these bounds.
        epoch: Epoch(u32::try_from(run.epoch).unwrap_or_default()),
        after: Seq(run.after),
    });
    Ok(Extent {
        history: History::new(runs).ok_or(sqlx::Error::RowNotFound)?,
        pruned: pruned(&mut *db).await?,
        head: events::head(db).await?,
    })
}

/// The newest event that was pruned.
pub(super) async fn pruned(db: &mut SqliteConnection) -> Result<Seq, sqlx::Error> {
    let pruned = sqlx::query_scalar!("select pruned from log").fetch_one(db);
    Ok(Seq(pruned.await?))
}

/// Writes what is there already.
pub(super) async fn touch(db: &mut SqliteConnection) -> Outcome<(), Unavailable> {
    sqlx::query!("update log set pruned = pruned")
        .execute(db)
        .await?;
    Ok(((), None))
}

/// Starts a run, and forgets those of which nothing is left.
pub(super) async fn start_run(db: &mut SqliteConnection) -> Outcome<(), Unavailable> {
    let head = events::head(&mut *db).await?;
    sqlx::query!(
        r#"insert into runs (epoch, "after") values (random() & 0xffffffff, ?)"#,
        head.0,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!(
        r#"
        delete from runs
        where id < (select max(id) from runs where "after" < (select pruned from log))
        "#
    )
    .execute(db)
    .await?;
    Ok(((), None))
}

/// Prunes a batch, the oldest first, and nothing that stands behind an event
/// that is kept: the rest of the log has no hole. Messages that still wait for
/// their readers stay, where only those readers look for them.
pub(super) async fn prune(
    db: &mut SqliteConnection,
    terms: &Terms,
    keep: Retention,
) -> Outcome<Pruned, Unavailable> {
    let now = terms.calendar.now();
    let head = events::head(&mut *db).await?;
    let from = pruned(&mut *db).await?;
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
    .fetch_one(&mut *db)
    .await?;
    let until = kept.map_or(last, |kept| Seq(kept - 1));
    let now = now.millis();
    sqlx::query!(
        "delete from events where seq <= ? and (name <> 'psh' or expires_at <= ?)",
        until.0,
        now,
    )
    .execute(&mut *db)
    .await?;
    // Where nothing changes, nothing is written, and no disk is woken.
    sqlx::query!("update log set pruned = ?1 where pruned <> ?1", until.0)
        .execute(db)
        .await?;
    let more = until == last && last < head;
    Ok((Pruned { until, more }, None))
}
