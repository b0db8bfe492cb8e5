//! The newest events, kept in memory, so that a reader who was gone for a moment
//! costs no read of the log.

use domain::cursor::Seq;
use std::collections::VecDeque;

/// A window on the end of the log. Between its events none is missing.
pub(crate) struct Recent<T> {
    capacity: usize,
    /// The newest event that is not in the window any more.
    before: Seq,
    events: VecDeque<T>,
}

impl<T: Clone> Recent<T> {
    /// A window of at most `capacity` events.
    pub(crate) fn new(capacity: usize) -> Self {
        Self {
            capacity,
            before: Seq(0),
            events: VecDeque::new(),
        }
    }

    /// Opens the window anew, after `head`.
    pub(crate) fn start(&mut self, head: Seq) {
        self.before = head;
        self.events.clear();
    }

    /// Takes the event after the newest one in; the oldest may have to go.
    pub(crate) fn push(&mut self, event: T) {
        self.events.push_back(event);
        if self.events.len() > self.capacity {
            self.events.pop_front();
            self.before.0 += 1;
        }
    }

    /// Up to `limit` events after `seq`, oldest first; `None` where the window
    /// does not reach back so far.
    pub(crate) fn after(&self, seq: Seq, limit: usize) -> Option<Vec<T>> {
        let skipped = usize::try_from(seq.0 - self.before.0).ok()?;
        Some(
            self.events
                .iter()
                .skip(skipped)
                .take(limit)
                .cloned()
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_holds_the_newest() {
        let mut recent = Recent::new(3);
        recent.start(Seq(10));
        assert_eq!(recent.after(Seq(10), 9), Some(vec![]));
        for seq in 11..=15 {
            recent.push(seq);
        }
        assert_eq!(recent.after(Seq(11), 9), None);
        assert_eq!(recent.after(Seq(12), 9), Some(vec![13, 14, 15]));
        assert_eq!(recent.after(Seq(12), 2), Some(vec![13, 14]));
        assert_eq!(recent.after(Seq(15), 9), Some(vec![]));
        // A reader may know of an event before it has rung.
        assert_eq!(recent.after(Seq(16), 9), Some(vec![]));
    }
}
