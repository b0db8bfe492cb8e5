//! The one writer: takes all writes that wait, applies them in one
//! transaction, commits once, rings the hub in the order of `seq`, and only
//! then answers each caller.
//!
//! SQLite lets one connection write at a time, so one task owns that
//! connection. Commits are grouped for free while a disk flush is under way,
//! and `seq` grows in commit order, with no gap.

use super::write::{Answer, Write};
use crate::{crash, metrics::METRICS, sse::hub::Hub};
use domain::{
    event::Event,
    money::Currency,
    ports::{Calendar, Unavailable},
};
use sqlx::{
    ConnectOptions, Connection, SqliteConnection, Transaction, sqlite::SqliteConnectOptions,
};
use std::{sync::Arc, time::Instant};
use tokio::sync::mpsc;

/// The most writes in one transaction.
const BATCH: usize = 256;

/// What every write is made with.
pub(super) struct Terms {
    pub(super) calendar: Arc<dyn Calendar>,
    pub(super) currency: Currency,
}

/// The owner of the only connection that writes.
pub(super) struct Writer {
    options: SqliteConnectOptions,
    /// `None` after a failure: a transaction that SQLite has undone by itself
    /// leaves the connection in a state that is best not guessed at.
    connection: Option<SqliteConnection>,
    terms: Terms,
    hub: Hub,
}

impl Writer {
    pub(super) fn new(
        options: SqliteConnectOptions,
        connection: SqliteConnection,
        calendar: Arc<dyn Calendar>,
        currency: Currency,
        hub: Hub,
    ) -> Self {
        Self {
            options,
            connection: Some(connection),
            terms: Terms { calendar, currency },
            hub,
        }
    }

    /// Writes until the last sender is gone and the queue is empty.
    pub(super) async fn run(mut self, mut queue: mpsc::Receiver<Write>) {
        let mut batch = Vec::with_capacity(BATCH);
        while queue.recv_many(&mut batch, BATCH).await > 0 {
            self.write(batch.drain(..)).await;
        }
        if let Some(connection) = self.connection
            && let Err(cause) = connection.close().await
        {
            tracing::error!(%cause, "the database was not closed cleanly");
        }
    }

    async fn write(&mut self, batch: impl ExactSizeIterator<Item = Write>) {
        crash::point("taken");
        METRICS.batch.observe(batch.len() as f64);
        let begun = Instant::now();
        let mut answers = Vec::new();
        let committed = match self.commit(batch, &mut answers).await {
            Ok(events) => {
                crash::point("committed");
                METRICS.commit.observe(begun.elapsed().as_secs_f64());
                for event in events {
                    self.hub.publish(event);
                }
                crash::point("rung");
                Ok(())
            }
            Err(cause) => Err(super::unavailable(cause)),
        };
        for answer in answers {
            answer(committed.clone());
        }
    }

    /// Applies each write in a savepoint, so that one that fails fails alone;
    /// orders that stand side by side share one. A write that was never applied
    /// drops its caller's channel, which the caller takes for [`Unavailable`].
    async fn commit(
        &mut self,
        batch: impl Iterator<Item = Write>,
        answers: &mut Vec<Answer>,
    ) -> Result<Vec<Event>, sqlx::Error> {
        let mut events = Vec::new();
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.options.connect().await?,
        };
        let mut transaction: Transaction<'_, _> = connection.begin_with("BEGIN IMMEDIATE").await?;
        for write in joined(batch) {
            let applied = write.apply(&mut transaction, &self.terms).await?;
            answers.extend(applied.answers);
            events.extend(applied.events);
        }
        crash::point("applied");
        transaction.commit().await?;
        self.connection = Some(connection);
        Ok(events)
    }
}

/// Joins orders that stand side by side, so that they are placed together.
fn joined(batch: impl Iterator<Item = Write>) -> Vec<Write> {
    let mut joined = Vec::new();
    for write in batch {
        match (joined.last_mut(), write) {
            (Some(Write::Place(orders)), Write::Place(more)) => orders.extend(more),
            (_, write) => joined.push(write),
        }
    }
    joined
}

/// What the writer says when the commit is done: whether it was.
pub(super) type Committed = Result<(), Unavailable>;
