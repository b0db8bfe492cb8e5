//! Who writes the log: the incarnations of it, and which one this process is in.
//!
//! A cursor names the incarnation of the log in which its event was written (see
//! [`delivery::history`]). An incarnation lasts from when a process opens a log
//! that nobody has open until the last one that has it open ends. So processes on
//! one log share it, and give an event one cursor; and a backup, which can take
//! the database's place only while nobody has it open, is followed by another
//! one.
//!
//! Two locks tell who has it open: files beside the database, which the system
//! unlocks when a process ends, however it ends.

use crate::json::corrupt;
use delivery::{Epoch, History, Run, Seq};
use sqlx::{Connection, SqliteConnection};
use std::{
    ffi::OsString,
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// The locks, while it is found out who else has the log open.
pub(crate) struct LogLocks {
    /// Held by whoever is joining: one after the other.
    joining: File,
    /// Shared by all who have joined.
    members: File,
    /// Whether nobody had joined.
    is_first: bool,
}

/// This process has the log open.
pub(crate) struct LogMembership {
    history: History,
    /// Its lock is given back when it is dropped.
    _members: File,
}

impl LogMembership {
    /// Locks the log of the database at `path` against others who want to join.
    ///
    /// # Errors
    /// The files can't be created or locked.
    pub(crate) fn lock(path: &Path) -> io::Result<LogLocks> {
        let joining = open(path, "-joining")?;
        joining.lock()?;
        let members = open(path, "-members")?;
        let is_first = match members.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            Err(TryLockError::Error(cause)) => return Err(cause),
        };
        // Nobody else joins meanwhile.
        if is_first {
            members.unlock()?;
        }
        members.lock_shared()?;
        Ok(LogLocks {
            joining,
            members,
            is_first,
        })
    }

    /// Who wrote the log. It does not change while any process has it open.
    pub(crate) fn history(&self) -> &History {
        &self.history
    }
}

impl LogLocks {
    /// Joins: begins an incarnation where nobody had joined.
    ///
    /// # Errors
    /// The database failed.
    pub(crate) async fn join(
        self,
        db: &mut SqliteConnection,
    ) -> Result<LogMembership, sqlx::Error> {
        if self.is_first {
            begin(db).await?;
        }
        let history = history(db).await?;
        drop(self.joining);
        Ok(LogMembership {
            history,
            _members: self.members,
        })
    }
}

fn open(database: &Path, suffix: &str) -> io::Result<File> {
    let mut path = OsString::from(database);
    path.push(suffix);
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    options.open(PathBuf::from(path))
}

/// Begins an incarnation, and forgets those of which nothing is left.
async fn begin(db: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    let mut transaction = db.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query!(
        r#"
        insert into runs (epoch, "after")
        select random() & 0xffffffff, coalesce(max(seq), 0)
        from sqlite_sequence where name = 'events'
        "#
    )
    .execute(&mut *transaction)
    .await?;
    sqlx::query!(
        r#"
        delete from runs
        where id < (select max(id) from runs where "after" < (select pruned from log))
        "#
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await
}

async fn history(db: &mut SqliteConnection) -> Result<History, sqlx::Error> {
    let rows = sqlx::query!(r#"select epoch, "after" from runs order by id"#)
        .fetch_all(db)
        .await?;
    let runs: Result<Vec<_>, sqlx::Error> = rows
        .into_iter()
        .map(|row| {
            Ok(Run {
                epoch: Epoch(u32::try_from(row.epoch).map_err(corrupt)?),
                after: Seq(row.after),
            })
        })
        .collect();
    History::new(runs?).ok_or(sqlx::Error::RowNotFound)
}
