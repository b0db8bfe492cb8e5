//! The port through which streams read the log, and the bell that is rung for it.

use crate::{Event, History, Seq, TopicId};
use async_trait::async_trait;

/// The log was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// What comes next is not kept any more.
    #[error("the events that come next are not kept any more")]
    Pruned,
    /// It did not answer. The cause is known to the log; whoever asked can only
    /// try again.
    #[error("the log did not answer")]
    Unavailable,
}

/// What there is of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extent {
    /// Who wrote it.
    pub history: History,
    /// The newest event that was pruned; 0 where none was.
    pub pruned: Seq,
    /// The newest event.
    pub head: Seq,
}

/// The log of events: what was committed, in the order of its commits, each with
/// the next number.
#[async_trait]
pub trait Log: Send + Sync {
    /// The newest event; 0 where there is none.
    ///
    /// # Errors
    /// [`LogError::Unavailable`].
    async fn head(&self) -> Result<Seq, LogError>;

    /// What there is of it: all of one moment.
    ///
    /// # Errors
    /// [`LogError::Unavailable`].
    async fn extent(&self) -> Result<Extent, LogError>;

    /// Up to `limit` events after `seq`, oldest first, expired ones included, and
    /// none left out.
    ///
    /// # Errors
    /// See [`LogError`].
    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, LogError>;

    /// Up to `limit` events of one topic after `seq` that are still kept, oldest
    /// first.
    ///
    /// # Errors
    /// [`LogError::Unavailable`].
    async fn topic_after(
        &self,
        topic: TopicId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, LogError>;
}

/// What a store rings after each commit.
pub trait Doorbell: Send + Sync {
    /// Tells of an event that was just committed. Events come in the order of
    /// their `seq`.
    fn ring(&self, event: Event);
}
