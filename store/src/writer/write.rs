//! A write: what a job has in hand while it is applied.

use delivery::Event;
use domain::{ShopClock, money::Currency};
use sqlx::{Sqlite, SqliteConnection, Transaction};
use std::{mem, sync::Arc};

/// What every write is made with.
pub(crate) struct WriteContext {
    pub(crate) clock: Arc<dyn ShopClock>,
    pub(crate) currency: Currency,
}

/// An open savepoint, and the events that were put into the log in it.
pub(crate) struct Write<'w> {
    pub(crate) db: &'w mut SqliteConnection,
    pub(crate) context: &'w WriteContext,
    events: Vec<Event>,
}

impl<'w> Write<'w> {
    pub(crate) fn new(db: &'w mut SqliteConnection, context: &'w WriteContext) -> Self {
        Self {
            db,
            context,
            events: Vec::new(),
        }
    }

    /// Notes that an event stands in the log, to ring for it after the commit.
    pub(crate) fn note(&mut self, events: impl IntoIterator<Item = Event>) {
        self.events.extend(events);
    }

    /// The events that were noted.
    pub(crate) fn take_events(&mut self) -> Vec<Event> {
        mem::take(&mut self.events)
    }
}

/// Why a write left no trace.
pub(crate) enum Failure<E> {
    /// A rule is against it.
    Refused(E),
    /// The database failed.
    Database(sqlx::Error),
}

impl<E> From<sqlx::Error> for Failure<E> {
    fn from(cause: sqlx::Error) -> Self {
        Self::Database(cause)
    }
}

/// Keeps what was done in the savepoint, or undoes it where that failed.
///
/// # Errors
/// The savepoint itself failed: the whole transaction is lost.
pub(crate) async fn settle<T, E>(
    savepoint: Transaction<'_, Sqlite>,
    outcome: Result<T, E>,
) -> Result<Result<T, E>, sqlx::Error> {
    match outcome {
        Ok(_) => savepoint.commit().await?,
        Err(_) => savepoint.rollback().await?,
    }
    Ok(outcome)
}
