//! The one writer: takes all jobs that wait, applies them in one transaction,
//! commits once, rings the doorbell in the order of `seq`, and only then answers
//! each caller.
//!
//! SQLite lets one connection write at a time, so one task owns that
//! connection. Commits are grouped for free while a disk flush is under way,
//! and `seq` grows in commit order, with no gap.

mod job;
mod write;

pub(crate) use job::{Job, Reply, Task};
pub(crate) use write::{Failure, Write, WriteContext, settle};

use crate::{crash, diagnostics, metrics::METRICS};
use delivery::{Doorbell, Event};
use sqlx::{
    ConnectOptions, Connection, SqliteConnection, Transaction, sqlite::SqliteConnectOptions,
};
use std::{sync::Arc, thread, time::Instant};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

/// The most jobs in one transaction.
const BATCH: usize = 256;

/// The owner of the only connection that writes.
pub(crate) struct Writer {
    options: SqliteConnectOptions,
    /// `None` after a failure: a transaction that SQLite has undone by itself
    /// leaves the connection in a state that is best not guessed at.
    connection: Option<SqliteConnection>,
    context: WriteContext,
    doorbell: Arc<dyn Doorbell>,
}

impl Writer {
    pub(crate) fn new(
        options: SqliteConnectOptions,
        connection: SqliteConnection,
        context: WriteContext,
        doorbell: Arc<dyn Doorbell>,
    ) -> Self {
        Self {
            options,
            connection: Some(connection),
            context,
            doorbell,
        }
    }

    /// Writes until `closing` is cancelled, or the last sender is gone, and the
    /// queue is empty.
    pub(crate) async fn run(
        mut self,
        mut queue: mpsc::Receiver<Box<dyn Job>>,
        closing: CancellationToken,
    ) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let count = tokio::select! {
                count = queue.recv_many(&mut batch, BATCH) => count,
                () = closing.cancelled(), if !queue.is_closed() => {
                    // What waits is still received.
                    queue.close();
                    continue;
                }
            };
            if count == 0 {
                break;
            }
            self.write(batch.drain(..)).await;
            // Those who were answered, or wait for a processor, may have more: the larger the
            // next transaction, the less each job costs. Costs nothing where nobody waits.
            thread::yield_now();
        }
        if let Some(connection) = self.connection
            && let Err(cause) = connection.close().await
        {
            tracing::error!(%cause, "the database was not closed cleanly");
        }
    }

    async fn write(&mut self, batch: impl ExactSizeIterator<Item = Box<dyn Job>>) {
        crash::point("taken");
        METRICS.batch.observe(batch.len() as f64);
        let begun = Instant::now();
        let mut jobs = joined(batch);
        let committed = match self.commit(&mut jobs).await {
            Ok(events) => {
                crash::point("committed");
                METRICS.commit.observe(begun.elapsed().as_secs_f64());
                for event in events {
                    self.doorbell.ring(event);
                }
                crash::point("rung");
                Ok(())
            }
            Err(cause) => {
                diagnostics::count(&cause);
                Err(cause)
            }
        };
        for job in jobs {
            job.answer(committed.as_ref().map(|&()| ()));
        }
    }

    /// Applies each job in a savepoint, so that one that fails fails alone, and
    /// commits; says which events stand in the log now.
    async fn commit(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<Vec<Event>, sqlx::Error> {
        let mut events = Vec::new();
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.options.connect().await?,
        };
        let mut transaction: Transaction<'_, _> = connection.begin_with("BEGIN IMMEDIATE").await?;
        for job in jobs {
            events.extend(job.apply(&mut transaction, &self.context).await?);
        }
        crash::point("applied");
        transaction.commit().await?;
        self.connection = Some(connection);
        Ok(events)
    }
}

/// Joins jobs that stand side by side and can be done together.
fn joined(batch: impl Iterator<Item = Box<dyn Job>>) -> Vec<Box<dyn Job>> {
    let mut jobs: Vec<Box<dyn Job>> = Vec::new();
    for job in batch {
        let left = match jobs.last_mut() {
            Some(last) => last.join(job),
            None => Some(job),
        };
        jobs.extend(left);
    }
    jobs
}
