//! From where a reader reads on.

use super::source::Source;
use crate::{Cursor, LogError, Seq, TopicId};

/// From where a reader wants to read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// From now, or from the beginning: as the subscription says.
    Now,
    /// After an event of this log, up to which the reader's page knows what
    /// happened; it may lack events that wait for the reader.
    After(Seq),
    /// After an event of this log that a stream told, and with it all that had
    /// waited.
    Resume(Seq),
    /// From a place that this log does not have: everything has to be read anew.
    Reset,
}

impl Source {
    /// From where a reader reads on that sent these cursors. `last_event_id` is the
    /// header `Last-Event-ID`: a browser sends it when it comes back by itself, so
    /// it is newer than `after`, which stands in the URL. A bare number, as a person
    /// types it, is meant for this log. What is no cursor of this log, or is from
    /// before it was pruned, gives [`Start::Reset`].
    ///
    /// # Errors
    /// The log can't be read.
    pub async fn start(
        &self,
        last_event_id: Option<&str>,
        after: Option<&str>,
    ) -> Result<Start, LogError> {
        let given = |text: Option<&str>| text.is_some_and(|text| !text.is_empty());
        let (text, start): (_, fn(Seq) -> Start) = if given(last_event_id) {
            (last_event_id, Start::Resume)
        } else if given(after) {
            (after, Start::After)
        } else {
            return Ok(Start::Now);
        };
        let cursor = text.and_then(|text| self.parse(text));
        match cursor {
            Some(cursor) if self.has(cursor).await? => Ok(start(cursor.seq)),
            _ => Ok(Start::Reset),
        }
    }

    /// Whether all that is kept of a topic was told to a reader who starts there.
    /// If nothing will follow either, answer the reader with 204: that stops a
    /// browser from coming back.
    ///
    /// # Errors
    /// The log can't be read.
    pub async fn is_told(&self, topic: TopicId, start: Start) -> Result<bool, LogError> {
        let seq = match start {
            Start::After(seq) | Start::Resume(seq) => seq,
            Start::Now | Start::Reset => self.hub.pruned(),
        };
        let rest = self.log.topic_after(topic, seq, 1).await?;
        Ok(rest.is_empty())
    }

    fn parse(&self, text: &str) -> Option<Cursor> {
        match text.parse() {
            Ok(seq) => Some(self.hub.cursor(Seq(seq))),
            Err(_) => text.parse().ok(),
        }
    }

    /// Whether the log has what comes after `cursor`.
    async fn has(&self, cursor: Cursor) -> Result<bool, LogError> {
        let is_known = |head| self.hub.history().knows(cursor, head);
        if cursor.seq < self.hub.pruned() {
            return Ok(false);
        }
        // The log may be a commit ahead of the bell.
        Ok(is_known(self.hub.head().seq) || is_known(self.log.head().await?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{harness, memory_log::MemoryLog};
    use std::sync::Arc;

    /// A log of ten events, of which two are pruned and nine have rung.
    fn source() -> Source {
        let (log, hub) = (Arc::new(MemoryLog::default()), harness::hub(4, 4));
        for seq in 1..=10 {
            harness::commit(&log, &hub, seq, seq < 10);
        }
        log.prune(Seq(2));
        hub.prune(Seq(2));
        harness::source(log, hub)
    }

    #[tokio::test]
    async fn a_reader_goes_on_from_what_this_log_has() {
        let source = source();
        let (resume, after) = (|seq| Start::Resume(Seq(seq)), |seq| Start::After(Seq(seq)));
        for (header, query, start) in [
            (None, None, Start::Now),
            (Some(""), None, Start::Now),
            (Some("00000000:5"), None, resume(5)),
            (None, Some("00000000:5"), after(5)),
            (Some(""), Some("00000000:5"), after(5)),
            // A browser's own header is newer than the URL.
            (Some("00000000:6"), Some("00000000:5"), resume(6)),
            (None, Some("5"), after(5)),
            // Committed, and known to a page, before it rang.
            (None, Some("00000000:10"), after(10)),
            (None, Some("00000000:11"), Start::Reset),
            (None, Some("-1"), Start::Reset),
            (Some("0badcafe:5"), None, Start::Reset),
            (Some("what"), Some("00000000:5"), Start::Reset),
            (Some("00000000:2"), None, resume(2)),
            (Some("00000000:1"), None, Start::Reset),
        ] {
            let given = source.start(header, query).await;
            assert_eq!(given, Ok(start), "{header:?}, {query:?}");
        }
    }

    #[tokio::test]
    async fn a_topic_is_told_when_nothing_of_it_follows() {
        let source = source();
        // The harness puts every third event into topic 1: 3, 6 and 9.
        for (start, is_told) in [
            (Start::Now, false),
            (Start::Reset, false),
            (Start::Resume(Seq(8)), false),
            (Start::After(Seq(9)), true),
        ] {
            assert_eq!(source.is_told(TopicId(1), start).await, Ok(is_told));
        }
        assert_eq!(source.is_told(TopicId(2), Start::Now).await, Ok(true));
    }
}
