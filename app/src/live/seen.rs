//! Which events something was done about already.

use delivery::Cursor;

/// A set of events. They come nearly in order, so that a sorted list does; a hash set
/// would be some kilobytes more to load.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct SeenEvents(Vec<Cursor>);

impl SeenEvents {
    /// Adds an event; whether it is new.
    pub fn insert(&mut self, event: Cursor) -> bool {
        let key = |event: &Cursor| (event.seq, event.epoch.0);
        match self.0.binary_search_by_key(&key(&event), key) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, event);
                true
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::{Epoch, Seq};
    use std::collections::HashSet;

    proptest::proptest! {
        #[test]
        fn it_knows_what_a_hash_set_knows(events in proptest::collection::vec((0..3_u32, 0..9_i64), 0..40)) {
            let (mut seen, mut set) = (SeenEvents::default(), HashSet::new());
            for (epoch, seq) in events {
                let event = Cursor { epoch: Epoch(epoch), seq: Seq(seq) };
                proptest::prop_assert_eq!(seen.insert(event), set.insert(event));
            }
        }
    }
}
