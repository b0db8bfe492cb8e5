//! A shop's database: opening and closing it, and asking its writer.

use crate::{
    failure::FailureKind,
    membership::{JoinError, LogMembership},
    private_files,
    shared_lookup::SharedLookup,
    writer::{Failure, Job, Task, Write, WriteContext, Writer},
};
use delivery::{Cursor, Doorbell, History, Seq};
use domain::{
    ShopClock, Unavailable,
    money::Currency,
    users::{Session, SessionId},
};
use futures::future::BoxFuture;
use sqlx::{
    ConnectOptions, SqliteConnection, SqlitePool,
    migrate::Migrator,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use std::{io, path::Path, sync::Arc, time::Duration};
use tokio::{
    runtime::Handle,
    sync::{Mutex, mpsc, oneshot},
    task::{JoinHandle, spawn_blocking},
};
use tokio_util::sync::CancellationToken;

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

/// How many connections read at the same time.
const READERS: u32 = 8;
/// How many jobs may wait for the writer before callers wait to ask.
const QUEUE: usize = 1024;

/// The store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database can't be read or written.
    #[error(
        "the database {path} can't be opened: {source} ({})",
        FailureKind::of(source).advice()
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
    /// The file beside the database can't be locked.
    #[error("the lock file of the database {path} can't be used: {source}")]
    Lock {
        /// Where the database is.
        path: String,
        /// What the system says.
        source: io::Error,
    },
}

/// A shop's database file.
pub struct SqliteStore {
    pub(crate) readers: SqlitePool,
    jobs: mpsc::Sender<Box<dyn Job>>,
    pub(crate) sessions: SharedLookup<SessionId, Option<Session>>,
    pub(crate) clock: Arc<dyn ShopClock>,
    membership: LogMembership,
    closing: CancellationToken,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl SqliteStore {
    /// Opens the database at `path`, creates it if there is none, brings it up
    /// to date, joins those who write its log, and starts its writer, which rings
    /// `doorbell` after each commit. Ends with [`domain::ports::Maintenance::close`].
    ///
    /// # Errors
    /// The file can't be opened, or a migration failed.
    pub async fn open(
        path: &Path,
        clock: Arc<dyn ShopClock>,
        currency: Currency,
        doorbell: Arc<dyn Doorbell>,
    ) -> Result<Self, OpenError> {
        let name = || path.display().to_string();
        let failed = |source| OpenError::Database {
            path: name(),
            source,
        };
        private_files::create(path);
        let options = options(path);
        let mut connection = options.connect().await.map_err(failed)?;
        let migrated = MIGRATIONS.run(&mut connection).await;
        migrated.map_err(|source| OpenError::Migration {
            path: name(),
            source,
        })?;
        let joined = LogMembership::join(&mut connection, path).await;
        let membership = joined.map_err(|error| match error {
            JoinError::Database(source) => failed(source),
            JoinError::Lock(source) => OpenError::Lock {
                path: name(),
                source,
            },
        })?;
        let readers = readers(&options).await.map_err(failed)?;
        private_files::tell_of_wide_rights(path);
        let (jobs, queue) = mpsc::channel(QUEUE);
        let context = WriteContext {
            clock: clock.clone(),
            currency,
        };
        let closing = CancellationToken::new();
        let writer = Writer::new(options, connection, context, doorbell);
        let writing = writer.run(queue, closing.clone());
        // On a thread of its own: between two steps of a commit it does not stand
        // in line with thousands of streams.
        let runtime = Handle::current();
        let writer = spawn_blocking(move || runtime.block_on(writing));
        Ok(Self {
            readers,
            jobs,
            sessions: SharedLookup::default(),
            clock,
            membership,
            closing,
            writer: Mutex::new(Some(writer)),
        })
    }

    /// Who wrote the log.
    pub(crate) fn history(&self) -> &History {
        self.membership.history()
    }

    /// The cursor of an event of the log.
    pub(crate) fn cursor(&self, seq: Seq) -> Cursor {
        self.history().cursor(seq)
    }

    /// Asks the writer for `work`, and waits for its answer, which comes after
    /// the commit. `operation` names it in the log.
    pub(crate) async fn write<T, E, F>(&self, operation: &'static str, work: F) -> Result<T, E>
    where
        F: for<'a, 'w> FnOnce(&'a mut Write<'w>) -> BoxFuture<'a, Result<T, Failure<E>>>
            + Send
            + 'static,
        T: Send + 'static,
        E: From<Unavailable> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let task = Task::new(operation, work, reply);
        self.submit(operation, Box::new(task), answer).await
    }

    /// Hands a job to the writer, and waits for the answer to one of its callers.
    pub(crate) async fn submit<T, E: From<Unavailable>>(
        &self,
        operation: &'static str,
        job: Box<dyn Job>,
        answer: oneshot::Receiver<Result<T, E>>,
    ) -> Result<T, E> {
        let gone = || {
            tracing::error!(operation, "the writer has ended");
            Unavailable
        };
        self.jobs.send(job).await.map_err(|_| gone())?;
        answer.await.map_err(|_| gone())?
    }

    /// How many jobs wait for the writer.
    pub(crate) fn waiting(&self) -> usize {
        self.jobs.max_capacity() - self.jobs.capacity()
    }

    /// Reads no more, writes what waits, and leaves one whole file.
    pub(crate) async fn shut_down(&self) {
        self.readers.close().await;
        self.closing.cancel();
        if let Some(writer) = self.writer.lock().await.take() {
            // A writer that panicked has said so.
            let _ = writer.await;
        }
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit that was answered survives a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        // What may have to be undone: not in files that are made and removed
        // with each transaction.
        .pragma("temp_store", "memory")
        .busy_timeout(Duration::from_secs(5))
}

async fn readers(options: &SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    SqlitePoolOptions::new()
        // All at once, and for good: later there may be no room for another
        // open file.
        .max_connections(READERS)
        .min_connections(READERS)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(|db, _| Box::pin(open_files(db)))
        .connect_with(options.clone().read_only(true))
        .await
}

/// Reads something: SQLite opens its files when they are first read.
async fn open_files(db: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    sqlx::query("select count(*) from sqlite_schema")
        .execute(db)
        .await?;
    Ok(())
}
