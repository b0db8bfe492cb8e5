//! How long something takes, counted in buckets that double.

use serde::Serialize;
use std::sync::atomic::{AtomicU64, Ordering};

/// How many buckets have an upper bound: 1 ms, 2 ms, 4 ms, … 2²⁰ ms (17 min).
const BOUNDED: usize = 21;

/// Counts durations without a lock.
#[derive(Debug, Default)]
pub(crate) struct Histogram {
    /// The last one has no upper bound.
    buckets: [AtomicU64; BOUNDED + 1],
    /// Of all durations, in milliseconds.
    sum: AtomicU64,
}

/// What was counted up to a moment.
#[derive(Debug, Serialize)]
pub(crate) struct Snapshot {
    /// How many durations.
    pub(crate) count: u64,
    /// Of all of them, in milliseconds.
    pub(crate) sum_ms: u64,
    /// How many were at most so long, each bucket including those before.
    pub(crate) buckets: Vec<Bucket>,
}

/// How many durations were at most so long.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Bucket {
    /// So long, in milliseconds; `None` for the last bucket, which has all.
    pub(crate) le_ms: Option<u64>,
    /// How many.
    pub(crate) count: u64,
}

impl Histogram {
    /// Counts a duration, in milliseconds.
    pub(crate) fn observe(&self, millis: u64) {
        // The first power of two that is not below it.
        let place = millis.max(1).next_power_of_two().trailing_zeros() as usize;
        self.buckets[place.min(BOUNDED)].fetch_add(1, Ordering::Relaxed);
        self.sum.fetch_add(millis, Ordering::Relaxed);
    }

    /// What was counted up to now.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let mut count = 0;
        let buckets = self.buckets.iter().enumerate().map(|(place, bucket)| {
            count += bucket.load(Ordering::Relaxed);
            let le_ms = (place < BOUNDED).then(|| 1 << place);
            Bucket { le_ms, count }
        });
        let buckets = buckets.collect();
        Snapshot {
            count,
            sum_ms: self.sum.load(Ordering::Relaxed),
            buckets,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_counted_in_every_bucket_that_it_fits() {
        let histogram = Histogram::default();
        for millis in [0, 1, 2, 3, 1 << 20, (1 << 20) + 1] {
            histogram.observe(millis);
        }
        let counted = histogram.snapshot();
        assert_eq!((counted.count, counted.sum_ms), (6, 2 * (1 << 20) + 7));
        let at_most = |le_ms| {
            let found = counted.buckets.iter().find(|bucket| bucket.le_ms == le_ms);
            found.unwrap().count
        };
        assert_eq!(at_most(Some(1)), 2);
        assert_eq!(at_most(Some(2)), 3);
        assert_eq!(at_most(Some(4)), 4);
        assert_eq!(at_most(Some(1 << 19)), 4);
        assert_eq!(at_most(Some(1 << 20)), 5);
        assert_eq!(at_most(None), 6);
    }
}
