//! The SQLite store: one task writes, a pool reads.
//!
//! Every file holds the SQL of one noun. Writes are sent to the [`writer`] as
//! [`write::Write`] commands; reads go through the pool, which SQLite's
//! write-ahead log keeps from ever waiting for the writer.

mod advice;
mod append;
mod events;
mod log;
mod menu;
mod new_orders;
mod order_rows;
mod orders;
mod place;
mod programs;
mod pushes;
mod receipts;
mod session_lookup;
mod sessions;
mod till;
mod users;
mod write;
mod writer;

use crate::{metrics::METRICS, sse::hub::Hub};
use advice::Advice;
use domain::{
    money::Currency,
    ports::{Calendar, Unavailable},
};
use session_lookup::SessionLookups;
use sqlx::{
    ConnectOptions, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Duration};
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot},
    task::{JoinHandle, spawn_blocking},
};
use write::Write;

pub(crate) use log::{Extent, Retention};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// How many connections read at the same time.
const READERS: u32 = 8;
/// How many writes may wait for the writer before callers wait to ask.
const QUEUE: usize = 1024;

/// The store could not be opened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OpenError {
    /// The database can't be read or written.
    #[error(
        "the database {path} can't be opened: {source} ({})",
        advice::on(source).advice
    )]
    Database {
        /// Where it was looked for.
        path: String,
        /// What SQLite says.
        source: sqlx::Error,
    },
    /// A migration failed; nothing of it was kept.
    #[error("the database {path} can't be brought up to date: {source}")]
    Migration {
        /// Where it is.
        path: String,
        /// Which migration, and why.
        source: sqlx::migrate::MigrateError,
    },
}

/// A shop's database file.
pub(crate) struct SqliteStore {
    readers: SqlitePool,
    writes: mpsc::Sender<Write>,
    lookups: SessionLookups,
    calendar: Arc<dyn Calendar>,
    hub: Hub,
}

impl SqliteStore {
    /// Opens the database at `path`, creates it if there is none, brings it up
    /// to date, and starts its writer, which rings `hub` after each commit.
    ///
    /// The handle ends when the last clone of the store is gone and everything
    /// that was asked for is written.
    ///
    /// # Errors
    /// The file can't be opened, or a migration failed.
    pub(crate) async fn open(
        path: &Path,
        calendar: Arc<dyn Calendar>,
        currency: Currency,
        hub: Hub,
    ) -> Result<(Self, JoinHandle<()>), OpenError> {
        let failed = |source| OpenError::Database {
            path: path.display().to_string(),
            source,
        };
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A commit that was answered survives a power cut.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What may have to be undone: not in files that are made and removed
            // with each transaction.
            .pragma("temp_store", "memory")
            .busy_timeout(Duration::from_secs(5));
        let mut connection = options.connect().await.map_err(failed)?;
        MIGRATIONS
            .run(&mut connection)
            .await
            .map_err(|source| OpenError::Migration {
                path: path.display().to_string(),
                source,
            })?;
        let readers = SqlitePoolOptions::new()
            // All at once, and for good: later there may be no room for another
            // open file.
            .max_connections(READERS)
            .min_connections(READERS)
            .idle_timeout(None)
            .max_lifetime(None)
            .after_connect(|db, _| Box::pin(open_files(db)))
            .connect_with(options.clone().read_only(true))
            .await
            .map_err(failed)?;
        let (writes, queue) = mpsc::channel(QUEUE);
        let writer =
            writer::Writer::new(options, connection, calendar.clone(), currency, hub.clone());
        let store = Self {
            readers,
            writes,
            lookups: SessionLookups::default(),
            calendar,
            hub,
        };
        // On a thread of its own: between two steps of a commit it does not stand
        // in line with thousands of streams.
        let runtime = Handle::current();
        let writing = spawn_blocking(move || runtime.block_on(writer.run(queue)));
        Ok((store, writing))
    }

    /// Reads no more; waits until what is being read is read.
    pub(crate) async fn stop_reading(&self) {
        self.readers.close().await;
    }

    /// Writes something of no meaning, so that it is known whether that is
    /// possible.
    ///
    /// # Errors
    /// It is not.
    pub(crate) async fn probe(&self) -> Result<(), Unavailable> {
        self.write(Write::Probe).await
    }

    /// How many writes wait for the writer.
    pub(crate) fn waiting(&self) -> i64 {
        let waiting = self.writes.max_capacity() - self.writes.capacity();
        i64::try_from(waiting).unwrap_or(i64::MAX)
    }

    /// Asks the writer, and waits for its answer, which comes after the commit.
    async fn write<T, E: From<Unavailable>>(
        &self,
        command: impl FnOnce(oneshot::Sender<Result<T, E>>) -> Write,
    ) -> Result<T, E> {
        let (reply, answer) = oneshot::channel();
        let sent = self.writes.send(command(reply)).await;
        sent.map_err(|_| Unavailable)?;
        answer.await.map_err(|_| Unavailable)?
    }
}

/// Logs the cause and what to do about it, and keeps it from whoever asked.
fn unavailable(cause: sqlx::Error) -> Unavailable {
    let Advice { kind, advice } = advice::on(&cause);
    METRICS.database_errors.with_label_values(&[kind]).inc();
    tracing::error!(%cause, advice, "the database did not answer");
    Unavailable
}

/// Reads something: SQLite opens its files when they are first read.
async fn open_files(db: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("select count(*) from sqlite_schema")
        .execute(db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod clock_tests;
