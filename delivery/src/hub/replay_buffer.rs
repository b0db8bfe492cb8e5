//! The newest events, kept in memory, so that a reader who was gone for a moment
//! costs no read of the log.

use crate::Seq;
use std::collections::VecDeque;

/// The end of the log, in memory. Between its events none is missing.
pub struct ReplayBuffer<T> {
    capacity: usize,
    /// The newest event that is not in the buffer any more.
    before: Seq,
    events: VecDeque<T>,
}

/// Where an event stands that was pushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// Right after the newest one.
    Next,
    /// Later: events between the two are missing, and the buffer starts anew.
    AfterHole,
    /// It was there before, or was passed over: nothing changed.
    Known,
}

impl<T: Clone> ReplayBuffer<T> {
    /// An empty buffer for at most `capacity` events.
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            before: Seq(0),
            events: VecDeque::new(),
        }
    }

    /// Empties the buffer: what comes next comes after `head`.
    pub fn start(&mut self, head: Seq) {
        self.before = head;
        self.events.clear();
    }

    /// Takes in the event whose number is `seq`; the oldest may have to go.
    pub fn push(&mut self, seq: Seq, event: T) -> Position {
        let newest = self.newest();
        if seq <= newest {
            return Position::Known;
        }
        let is_next = seq.0 == newest.0 + 1;
        if !is_next {
            self.start(Seq(seq.0 - 1));
        }
        self.events.push_back(event);
        if self.events.len() > self.capacity {
            self.events.pop_front();
            self.before.0 += 1;
        }
        if is_next {
            Position::Next
        } else {
            Position::AfterHole
        }
    }

    /// Drops the events up to `until`.
    pub fn forget(&mut self, until: Seq) {
        while self.before < until && self.events.pop_front().is_some() {
            self.before.0 += 1;
        }
    }

    /// Up to `limit` events after `seq`, oldest first; `None` where the buffer does
    /// not reach back so far.
    pub fn after(&self, seq: Seq, limit: usize) -> Option<Vec<T>> {
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

    /// The newest event that was pushed.
    pub fn newest(&self) -> Seq {
        let count = i64::try_from(self.events.len()).unwrap_or(i64::MAX);
        Seq(self.before.0.saturating_add(count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn push(buffer: &mut ReplayBuffer<i64>, seq: i64) -> Position {
        buffer.push(Seq(seq), seq)
    }

    #[test]
    fn the_newest_are_kept() {
        let mut buffer = ReplayBuffer::new(3);
        buffer.start(Seq(10));
        assert_eq!(buffer.after(Seq(10), 9), Some(vec![]));
        for seq in 11..=15 {
            assert_eq!(push(&mut buffer, seq), Position::Next);
        }
        assert_eq!(buffer.after(Seq(11), 9), None);
        assert_eq!(buffer.after(Seq(12), 9), Some(vec![13, 14, 15]));
        assert_eq!(buffer.after(Seq(12), 2), Some(vec![13, 14]));
        assert_eq!(buffer.after(Seq(15), 9), Some(vec![]));
        // A reader may know of an event before it has rung.
        assert_eq!(buffer.after(Seq(16), 9), Some(vec![]));
    }

    #[test]
    fn after_a_hole_it_starts_anew() {
        let mut buffer = ReplayBuffer::new(3);
        push(&mut buffer, 1);
        assert_eq!(push(&mut buffer, 4), Position::AfterHole);
        assert_eq!(buffer.after(Seq(0), 9), None);
        assert_eq!(buffer.after(Seq(1), 9), None);
        assert_eq!(buffer.after(Seq(3), 9), Some(vec![4]));
        assert_eq!(push(&mut buffer, 5), Position::Next);
        assert_eq!(buffer.after(Seq(3), 9), Some(vec![4, 5]));
    }

    #[test]
    fn what_is_forgotten_is_read_elsewhere() {
        let mut buffer = ReplayBuffer::new(3);
        (1..=3).for_each(|seq| _ = push(&mut buffer, seq));
        buffer.forget(Seq(2));
        assert_eq!(buffer.after(Seq(1), 9), None);
        assert_eq!(buffer.after(Seq(2), 9), Some(vec![3]));
        // The newest is still known, and the next one follows it.
        buffer.forget(Seq(9));
        assert_eq!(buffer.after(Seq(2), 9), None);
        assert_eq!(buffer.after(Seq(3), 9), Some(vec![]));
        assert_eq!(push(&mut buffer, 4), Position::Next);
    }

    #[test]
    fn what_is_known_changes_nothing() {
        let mut buffer = ReplayBuffer::new(3);
        push(&mut buffer, 1);
        push(&mut buffer, 2);
        assert_eq!(push(&mut buffer, 1), Position::Known);
        assert_eq!(push(&mut buffer, 2), Position::Known);
        assert_eq!(buffer.after(Seq(0), 9), Some(vec![1, 2]));
    }

    proptest! {
        /// Whatever was pushed: what it says comes after an event is all that does.
        #[test]
        fn nothing_is_missing_between_two_events(
            capacity in 0..6usize,
            steps in prop::collection::vec(prop_oneof![6 => Just(1), 1 => -3..4i64], 0..40),
        ) {
            let mut buffer = ReplayBuffer::new(capacity);
            let mut newest = 0;
            for step in steps {
                let seq = (newest + step).max(1);
                push(&mut buffer, seq);
                newest = newest.max(seq);
                for after in 0..=newest {
                    if let Some(events) = buffer.after(Seq(after), usize::MAX) {
                        prop_assert_eq!(events, (after + 1..=newest).collect::<Vec<_>>());
                    }
                }
                // What is missing to the newest can't be told from memory.
                prop_assert!(buffer.after(Seq(newest), 1).is_some());
            }
        }
    }
}
