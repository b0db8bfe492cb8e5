//! A clock for the tests of this module.

use crate::{Timestamp, clock::ShopClock};
use delivery::Clock;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock in UTC that the test sets.
#[derive(Default)]
pub(super) struct SetClock(AtomicI64);

impl SetClock {
    /// Sets it to that time of that day of November 2026; the 23rd is a Monday.
    pub(super) fn set(&self, day: i64, time: &str) -> Timestamp {
        let (hours, minutes) = time.split_once(':').unwrap();
        let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
        let millis = (20_757 + day) * 86_400_000 + minutes * 60_000;
        self.0.store(millis, Ordering::Relaxed);
        self.now()
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::Relaxed))
    }

    fn offset(&self, _: Timestamp) -> i32 {
        0
    }
}

impl ShopClock for SetClock {
    fn time(&self, at: Timestamp) -> String {
        at.rfc3339()[11..16].to_owned()
    }

    fn day(&self, at: Timestamp) -> String {
        at.rfc3339()[..10].to_owned()
    }

    fn knows_zone(&self, _: &str) -> bool {
        true
    }

    fn set_zone(&self, _: &str) {}
}
