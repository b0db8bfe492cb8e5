//! Who writes the log: the incarnations of it, and which one this process is in.
//!
//! A cursor names the incarnation of the log in which its event was written (see
//! [`delivery::history`]). An incarnation lasts from when a process opens a log
//! that nobody has open until the last one that has it open ends. So processes on
//! one log share it, and give an event one cursor; and a backup, which can take
//! the database's place only while nobody has it open, is followed by another
//! one.
//!
//! A lock tells who has it open: on a file beside the database, which the system
//! unlocks when a process ends, however it ends.

use crate::{json::corrupt, private_files};
use delivery::{Epoch, History, Incarnation, Seq};
use sqlx::{Connection, SqliteConnection};
use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
};

/// This process can't join.
#[derive(Debug)]
pub(crate) enum JoinError {
    /// The database failed.
    Database(sqlx::Error),
    /// The lock failed.
    Lock(io::Error),
}

impl From<sqlx::Error> for JoinError {
    fn from(cause: sqlx::Error) -> Self {
        Self::Database(cause)
    }
}

impl From<io::Error> for JoinError {
    fn from(cause: io::Error) -> Self {
        Self::Lock(cause)
    }
}

/// This process has the log open, until this is dropped.
pub(crate) struct LogMembership {
    history: History,
    _lock: File,
}

impl LogMembership {
    /// Joins those who have the log of the database at `path` open: begins an
    /// incarnation where there are none.
    ///
    /// # Errors
    /// The database failed, or the lock.
    pub(crate) async fn join(db: &mut SqliteConnection, path: &Path) -> Result<Self, JoinError> {
        let lock = open(path)?;
        // One at a time: whoever joins holds the right to write meanwhile.
        let mut transaction = db.begin_with("BEGIN IMMEDIATE").await?;
        match lock.try_lock() {
            Ok(()) => {
                begin(&mut transaction).await?;
                lock.unlock()?;
            }
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(cause)) => return Err(cause.into()),
        }
        lock.lock_shared()?;
        let history = history(&mut transaction).await?;
        transaction.commit().await?;
        Ok(Self {
            history,
            _lock: lock,
        })
    }

    /// Who wrote the log. It does not change while any process has it open.
    pub(crate) fn history(&self) -> &History {
        &self.history
    }
}

fn open(database: &Path) -> io::Result<File> {
    let mut options = private_files::private();
    options.read(true).create(true).truncate(false);
    options.open(private_files::beside(database, private_files::LOCK))
}

/// Begins an incarnation, and forgets those of which nothing is left.
async fn begin(db: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r#"
        insert into runs (epoch, "after")
        select random() & 0xffffffff, coalesce(max(seq), 0)
        from sqlite_sequence where name = 'events'
        "#
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
    Ok(())
}

async fn history(db: &mut SqliteConnection) -> Result<History, sqlx::Error> {
    let rows = sqlx::query!(r#"select epoch, "after" from runs order by id"#)
        .fetch_all(db)
        .await?;
    let runs: Result<Vec<_>, sqlx::Error> = rows
        .into_iter()
        .map(|row| {
            Ok(Incarnation {
                epoch: Epoch(u32::try_from(row.epoch).map_err(corrupt)?),
                after: Seq(row.after),
            })
        })
        .collect();
    History::new(runs?).ok_or(sqlx::Error::RowNotFound)
}
