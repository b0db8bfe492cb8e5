//! The incarnations of a log, and so whose cursors are of it.
//!
//! An incarnation is a time in which the log can't have been replaced by an older
//! copy of itself, as where some process has it open all the time. Each has an
//! [`Epoch`] of its own; the log keeps which part of it was written in which
//! incarnation. A cursor is of the log if its incarnation is known, and reached
//! that far. When a copy has taken the log's place, the next incarnation goes on
//! from where the copy ends: cursors of what the copy has stay good, and those of
//! what is lost name an incarnation, or a place in it, that is not there.

use crate::cursor::{Cursor, Epoch, Seq};

/// A part of the log: every event after one, until the next incarnation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incarnation {
    /// Its name in cursors.
    pub epoch: Epoch,
    /// The newest event that was there before it.
    pub after: Seq,
}

/// The incarnations of a log, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    first: Incarnation,
    later: Vec<Incarnation>,
}

impl Default for History {
    /// A log of one incarnation.
    fn default() -> Self {
        let first = Incarnation {
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

    /// A history of those incarnations, oldest first; `None` where there are none.
    pub fn new(incarnations: impl IntoIterator<Item = Incarnation>) -> Option<Self> {
        let mut incarnations = incarnations.into_iter();
        Some(Self {
            first: incarnations.next()?,
            later: incarnations.collect(),
        })
    }

    /// The cursor of an event: it names the incarnation in which it was written,
    /// and so is the same for ever.
    pub fn cursor(&self, seq: Seq) -> Cursor {
        let began_before = self
            .later
            .partition_point(|incarnation| incarnation.after < seq);
        let incarnation = match began_before {
            0 => self.first,
            count => self.later[count - 1],
        };
        Cursor {
            epoch: incarnation.epoch,
            seq,
        }
    }

    /// Whether `cursor` is a place of this log, whose newest event is `head`.
    pub fn knows(&self, cursor: Cursor, head: Seq) -> bool {
        let mut incarnations = [self.first].into_iter().chain(self.later.iter().copied());
        let is_known = incarnations.any(|incarnation| incarnation.epoch == cursor.epoch);
        // What was written in one ends where the next begins.
        let end = incarnations.next().map_or(head, |next| next.after);
        is_known && (Seq(0)..=end).contains(&cursor.seq)
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod tests;
