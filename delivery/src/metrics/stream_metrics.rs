//! A stream in the metrics, from its opening to its end.

use super::hub::RungEvent;
use crate::{metrics::METRICS, net::unflushed::Unflushed};
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

/// An open stream. Whoever drops it without a reason has left.
pub(super) struct Tally {
    feed: &'static str,
    pub(super) reason: Reason,
    /// How many events it was handed, and has not counted yet: streams that
    /// count at the same time get into each other's way.
    delivered: u64,
    /// How many events it read before it had caught up for the first time;
    /// `None` from then on.
    missed: Option<usize>,
    /// Where it is measured how long events take to the socket; not
    /// everywhere.
    unflushed: Option<Unflushed>,
}

impl Tally {
    /// A stream of that kind was opened.
    pub(super) fn open(feed: &'static str, unflushed: Option<Unflushed>) -> Self {
        METRICS.streams_opened.with_label_values(&[feed]).inc();
        METRICS.streams_open.with_label_values(&[feed]).inc();
        Self {
            feed,
            reason: Reason::Left,
            delivered: 0,
            missed: Some(0),
            unflushed,
        }
    }

    /// The stream was handed an event.
    pub(super) fn hand(&mut self, event: &RungEvent) {
        self.delivered += 1;
        if let (Some(unflushed), Some(committed)) = (&self.unflushed, event.committed) {
            unflushed.hand(committed);
        }
    }

    /// The stream read so many events, and whether there are more.
    pub(super) fn read(&mut self, count: usize, more: bool) {
        self.missed = self.missed.map(|missed| missed + count);
        if !more && let Some(missed) = self.missed.take() {
            METRICS.replayed.observe(missed as f64);
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
