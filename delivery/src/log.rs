//! The port through which streams read the log, and the bell that is rung for it.

use crate::{Event, History, Seq, TopicId};
use async_trait::async_trait;

/// How many events are read at a time.
const PAGE: u32 = 256;

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

impl Extent {
    /// A log of which nothing was pruned.
    pub fn new(history: History, head: Seq) -> Self {
        let pruned = Seq(0);
        Self {
            history,
            pruned,
            head,
        }
    }
}

/// The log of events: what was committed, in the order of its commits, each with
/// the next number.
#[async_trait]
pub trait Log: Send + Sync {
    /// The newest event; 0 where there is none. By default that of its extent.
    ///
    /// # Errors
    /// [`LogError::Unavailable`].
    async fn head(&self) -> Result<Seq, LogError> {
        Ok(self.extent().await?.head)
    }

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
    /// first. By default it reads all events and leaves the others out: a log with
    /// topics should know them by an index.
    ///
    /// # Errors
    /// [`LogError::Unavailable`].
    async fn topic_after(
        &self,
        topic: TopicId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, LogError> {
        let mut seq = seq.max(self.extent().await?.pruned);
        let mut found = Vec::new();
        loop {
            let page = match self.after(seq, PAGE).await {
                // Pruned since: what is left begins later.
                Err(LogError::Pruned) => {
                    seq = self.extent().await?.pruned;
                    continue;
                }
                page => page?,
            };
            let Some(last) = page.last() else {
                return Ok(found);
            };
            seq = last.seq;
            for event in page {
                if event.is_of(topic) {
                    found.push(event);
                }
                if found.len() >= limit as usize {
                    return Ok(found);
                }
            }
        }
    }
}

/// What a store rings after each commit.
pub trait Doorbell: Send + Sync {
    /// Tells of an event that was just committed. Events come one at a time, in the
    /// order of their `seq`. One that nobody rings for is read from the log as soon
    /// as a later one rings.
    fn ring(&self, event: Event);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::memory_log::{MemoryLog, event_of};
    use std::sync::Arc;

    /// A log that knows no topics by itself.
    struct Plain(Arc<MemoryLog>);

    #[async_trait]
    impl Log for Plain {
        async fn extent(&self) -> Result<Extent, LogError> {
            self.0.extent().await
        }

        async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, LogError> {
            self.0.after(seq, limit).await
        }
    }

    #[tokio::test]
    async fn a_log_without_topics_is_read_through() {
        let log = Arc::new(MemoryLog::default());
        let plain = Plain(log.clone());
        for seq in 1..=600 {
            log.commit(event_of(TopicId(seq % 3), seq));
        }
        let read = async |seq, limit| {
            let page = plain
                .topic_after(TopicId(1), Seq(seq), limit)
                .await
                .unwrap();
            page.iter().map(|event| event.seq.0).collect::<Vec<_>>()
        };
        assert_eq!(plain.head().await, Ok(Seq(600)));
        assert_eq!(read(0, 3).await, [1, 4, 7]);
        assert_eq!(read(0, 1000).await.len(), 200);
        assert_eq!(read(595, 9).await, [598]);
        log.prune(Seq(590));
        assert_eq!(read(0, 9).await, [592, 595, 598]);
    }
}
