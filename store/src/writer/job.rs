//! What the writer can be asked for.

use super::write::{Failure, Write, WriteContext, settle};
use crate::diagnostics;
use async_trait::async_trait;
use delivery::Event;
use domain::Unavailable;
use futures::future::BoxFuture;
use sqlx::{Acquire, Sqlite, Transaction};
use std::any::Any;
use tokio::sync::oneshot;
use tracing::{Instrument, Span};

/// Where an answer goes.
pub(crate) type Reply<T, E> = oneshot::Sender<Result<T, E>>;

/// A write that waits for the writer, with whoever waits for its answer.
#[async_trait]
pub(crate) trait Job: Any + Send {
    /// Takes in the job that waits behind this one, or gives it back where the two
    /// can't be done together.
    fn join(&mut self, next: Box<dyn Job>) -> Option<Box<dyn Job>> {
        Some(next)
    }

    /// Does it, in a savepoint; says which events it put into the log.
    ///
    /// # Errors
    /// The savepoint itself failed: the whole transaction is lost.
    async fn apply(
        &mut self,
        transaction: &mut Transaction<'_, Sqlite>,
        context: &WriteContext,
    ) -> Result<Vec<Event>, sqlx::Error>;

    /// Answers whoever waits, now that it is known whether the commit was done.
    fn answer(self: Box<Self>, committed: Result<(), &sqlx::Error>);
}

/// A job that one function does.
pub(crate) struct Task<F, T, E> {
    /// What it does, in a word, for the log.
    operation: &'static str,
    /// The request that asked for it: what is logged on the way is logged there.
    span: Span,
    work: Option<F>,
    outcome: Option<Result<T, E>>,
    reply: Reply<T, E>,
}

impl<F, T, E> Task<F, T, E> {
    pub(crate) fn new(operation: &'static str, work: F, reply: Reply<T, E>) -> Self {
        Self {
            operation,
            span: Span::current(),
            work: Some(work),
            outcome: None,
            reply,
        }
    }
}

#[async_trait]
impl<F, T, E> Job for Task<F, T, E>
where
    F: for<'a, 'w> FnOnce(&'a mut Write<'w>) -> BoxFuture<'a, Result<T, Failure<E>>>
        + Send
        + 'static,
    T: Send + 'static,
    E: From<Unavailable> + Send + 'static,
{
    async fn apply(
        &mut self,
        transaction: &mut Transaction<'_, Sqlite>,
        context: &WriteContext,
    ) -> Result<Vec<Event>, sqlx::Error> {
        let Some(work) = self.work.take() else {
            return Ok(Vec::new());
        };
        let mut savepoint = transaction.begin().await?;
        let mut write = Write::new(&mut savepoint, context);
        let outcome = work(&mut write).instrument(self.span.clone()).await;
        let events = write.take_events();
        let (outcome, events) = match settle(savepoint, outcome).await? {
            Ok(value) => (Ok(value), events),
            Err(Failure::Refused(error)) => (Err(error), Vec::new()),
            Err(Failure::Database(cause)) => {
                let failed = diagnostics::failed(self.operation);
                (Err(self.span.in_scope(|| failed(cause)).into()), Vec::new())
            }
        };
        self.outcome = Some(outcome);
        Ok(events)
    }

    fn answer(self: Box<Self>, committed: Result<(), &sqlx::Error>) {
        let outcome = match (committed, self.outcome) {
            (Ok(()), Some(outcome)) => outcome,
            (Err(cause), _) => {
                let report = || diagnostics::report(self.operation, cause);
                Err(self.span.in_scope(report).into())
            }
            (Ok(()), None) => Err(Unavailable.into()),
        };
        // A caller that went away does not want to know.
        let _ = self.reply.send(outcome);
    }
}
