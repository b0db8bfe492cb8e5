//! Which runs of the server wrote the log, and so whose cursors are of it.
//!
//! Each start of the server is a new run with a new [`Epoch`]; the log keeps
//! which run wrote which part of it. A cursor is of the log if its run is known,
//! and wrote that far. When the log is replaced by an older copy, the next run
//! goes on from where the copy ends: cursors of what the copy has stay good,
//! and those of what is lost name a run, or a place in it, that is not there.

use crate::cursor::{Cursor, Epoch, Seq};

/// A run of the server: it wrote every event after one, until the next run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Its name in cursors.
    pub epoch: Epoch,
    /// The newest event that was there before it.
    pub after: Seq,
}

/// The runs that wrote the log, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    first: Run,
    later: Vec<Run>,
}

impl Default for History {
    /// A log that one run began.
    fn default() -> Self {
        let first = Run {
            epoch: Epoch(0),
            after: Seq(0),
        };
        let later = Vec::new();
        Self { first, later }
    }
}

impl History {
    /// The history of a log that begins now, with an epoch of its own.
    #[cfg(feature = "server")]
    pub fn begin() -> Self {
        let mut history = Self::default();
        history.first.epoch = Epoch::random();
        history
    }

    /// A history of those runs, oldest first; `None` where there are none.
    pub fn new(runs: impl IntoIterator<Item = Run>) -> Option<Self> {
        let mut runs = runs.into_iter();
        Some(Self {
            first: runs.next()?,
            later: runs.collect(),
        })
    }

    /// The cursor of an event: it names the run that wrote it, and so is the
    /// same for ever.
    pub fn cursor(&self, seq: Seq) -> Cursor {
        let began_before = self.later.partition_point(|run| run.after < seq);
        let run = match began_before {
            0 => self.first,
            count => self.later[count - 1],
        };
        Cursor {
            epoch: run.epoch,
            seq,
        }
    }

    /// Whether `cursor` is a place of this log, whose newest event is `head`.
    pub fn knows(&self, cursor: Cursor, head: Seq) -> bool {
        let mut runs = [self.first].into_iter().chain(self.later.iter().copied());
        let is_known = runs.any(|run| run.epoch == cursor.epoch);
        // What a run wrote ends where the next begins.
        let end = runs.next().map_or(head, |next| next.after);
        is_known && (Seq(0)..=end).contains(&cursor.seq)
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
