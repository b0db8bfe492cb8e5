//! What the page has shown, and the server has not said it knows.

use crate::live::seen::SeenEvents;
use delivery::Cursor;
use domain::messages::{Shown, ShownEvent};

/// Events that were shown, each once, in the order shown.
#[derive(Debug, Default)]
pub struct Unacknowledged {
    /// Each with when it was shown, in milliseconds by the page's clock.
    waiting: Vec<(Cursor, f64)>,
    /// All that were ever shown.
    known: SeenEvents,
}

impl Unacknowledged {
    /// Notes that an event is shown now, unless it was before.
    pub fn show(&mut self, event: Cursor, now: f64) {
        if self.known.insert(event) {
            self.waiting.push((event, now));
        }
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// What there is to tell, as much as is taken at once.
    pub fn report(&self, now: f64) -> Shown {
        let oldest = self.waiting.iter().take(Shown::MOST);
        let seen = oldest.map(|(event, shown)| ShownEvent {
            id: *event,
            ago: (now - shown) as u32,
        });
        Shown {
            seen: seen.collect(),
            up_to: None,
        }
    }

    /// The server knows what was reported.
    pub fn acknowledged(&mut self, shown: &Shown) {
        self.waiting.drain(..shown.seen.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::{Epoch, Seq};

    fn event(seq: i64) -> Cursor {
        Cursor {
            epoch: Epoch(10),
            seq: Seq(seq),
        }
    }

    fn told(unacknowledged: &Unacknowledged, now: f64) -> Vec<(i64, u32)> {
        let shown = unacknowledged.report(now);
        let seen = shown.seen.iter();
        seen.map(|shown| (shown.id.seq.0, shown.ago)).collect()
    }

    #[test]
    fn an_event_is_told_once_however_often_it_is_shown() {
        let mut unacknowledged = Unacknowledged::default();
        unacknowledged.show(event(1), 0.0);
        unacknowledged.show(event(1), 300.0);
        assert_eq!(told(&unacknowledged, 1000.0), [(1, 1000)]);
        unacknowledged.acknowledged(&unacknowledged.report(1000.0));
        unacknowledged.show(event(1), 2000.0);
        assert!(unacknowledged.is_empty());
    }

    #[test]
    fn what_was_not_taken_is_told_again_with_what_came_meanwhile() {
        let mut unacknowledged = Unacknowledged::default();
        unacknowledged.show(event(1), 0.0);
        let lost = unacknowledged.report(1000.0);
        unacknowledged.show(event(2), 1500.0);
        assert_eq!(told(&unacknowledged, 2000.0), [(1, 2000), (2, 500)]);
        unacknowledged.acknowledged(&lost);
        assert_eq!(told(&unacknowledged, 2000.0), [(2, 500)]);
    }

    #[test]
    fn a_clock_that_went_back_does_no_harm() {
        let mut unacknowledged = Unacknowledged::default();
        unacknowledged.show(event(1), 5000.0);
        assert_eq!(told(&unacknowledged, 0.0), [(1, 0)]);
    }

    #[test]
    fn no_report_is_longer_than_is_taken() {
        let mut unacknowledged = Unacknowledged::default();
        for seq in 0..=500 {
            unacknowledged.show(event(seq), 0.0);
        }
        let first = unacknowledged.report(0.0);
        assert_eq!(first.seen.len(), Shown::MOST);
        unacknowledged.acknowledged(&first);
        assert_eq!(told(&unacknowledged, 0.0), [(500, 0)]);
    }
}
