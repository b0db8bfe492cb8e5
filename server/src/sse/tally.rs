//! A stream in the metrics, from its opening to its end.

use crate::metrics::METRICS;
use rand::Rng;
use std::mem;

/// Why a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// Its reader went away, or could not be reached any more.
    Left,
    /// Everything was told.
    Told,
    /// Its reader's page said so, or its session ended, or an administrator
    /// ended it.
    Ended,
    /// It had lasted for its time.
    Lifetime,
    /// The log could not be read.
    Database,
    /// The server ends.
    Shutdown,
}

impl Reason {
    const fn label(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Told => "told",
            Self::Ended => "ended",
            Self::Lifetime => "lifetime",
            Self::Database => "database",
            Self::Shutdown => "shutdown",
        }
    }
}

/// Of about so many streams it is measured how long events take to the socket,
/// picked by chance where there are more.
const MEASURED: f64 = 100.0;

/// An open stream. Whoever drops it without a reason has left.
pub(super) struct Tally {
    feed: &'static str,
    pub(super) reason: Reason,
    /// How many events it was handed, and has not counted yet: streams that
    /// count at the same time get into each other's way.
    pub(super) delivered: u64,
    pub(super) is_measured: bool,
}

impl Tally {
    /// A stream of that kind was opened.
    pub(super) fn open(feed: &'static str) -> Self {
        METRICS.streams_opened.with_label_values(&[feed]).inc();
        let open = METRICS.streams_open.with_label_values(&[feed]);
        open.inc();
        Self {
            feed,
            reason: Reason::Left,
            delivered: 0,
            is_measured: rand::rng().random_range(0.0..1.0) * open.get() as f64 <= MEASURED,
        }
    }

    /// Counts what was handed over.
    pub(super) fn count(&mut self) {
        METRICS.deliveries.inc_by(mem::take(&mut self.delivered));
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        self.count();
        METRICS.streams_open.with_label_values(&[self.feed]).dec();
        let reason = self.reason.label();
        METRICS.streams_ended.with_label_values(&[reason]).inc();
    }
}
