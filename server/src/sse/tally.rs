//! A stream in the metrics, from its opening to its end.

use crate::metrics::METRICS;

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

/// An open stream. Whoever drops it without a reason has left.
pub(super) struct Tally {
    feed: &'static str,
    pub(super) reason: Reason,
}

impl Tally {
    /// A stream of that kind was opened.
    pub(super) fn open(feed: &'static str) -> Self {
        METRICS.streams_opened.with_label_values(&[feed]).inc();
        METRICS.streams_open.with_label_values(&[feed]).inc();
        Self {
            feed,
            reason: Reason::Left,
        }
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        METRICS.streams_open.with_label_values(&[self.feed]).dec();
        let reason = self.reason.label();
        METRICS.streams_ended.with_label_values(&[reason]).inc();
    }
}
