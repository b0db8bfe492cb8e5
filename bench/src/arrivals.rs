//! What arrived at the readers of a server.

use anyhow::Result;
use hdrhistogram::Histogram;

pub(crate) struct Arrivals {
    /// Microseconds from publishing to arrival.
    pub(crate) latency: Histogram<u64>,
    /// Events that came in their place.
    pub(crate) count: u64,
    /// Events that came twice, or too early: others are missing.
    pub(crate) disordered: u64,
    /// Streams that ended.
    pub(crate) ended: u64,
    pub(crate) bytes: u64,
    pub(crate) reads: u64,
}

impl Arrivals {
    /// Nothing yet.
    ///
    /// # Errors
    /// The histogram's bounds are wrong.
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            latency: Histogram::new_with_bounds(1, 600_000_000, 3)?,
            count: 0,
            disordered: 0,
            ended: 0,
            bytes: 0,
            reads: 0,
        })
    }

    /// An event came in its place, so many nanoseconds after it was published.
    pub(crate) fn take(&mut self, nanos: u64) {
        self.count += 1;
        self.latency.saturating_record(nanos / 1000);
    }
}
