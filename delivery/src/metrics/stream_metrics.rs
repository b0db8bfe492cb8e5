//! A stream in the metrics, from its opening to its end.

use super::{EndReason, METRICS};
use std::mem;

/// An open stream. When it is dropped, the stream has ended: by its reader, unless
/// another reason was given.
pub struct StreamMetrics {
    feed: &'static str,
    reason: EndReason,
    /// How many events it was handed and has not counted yet: streams that
    /// count at the same time get into each other's way.
    delivered: u64,
    /// How many events it read before it had caught up for the first time;
    /// `None` from then on.
    missed: Option<usize>,
}

impl StreamMetrics {
    /// A stream of that kind was opened.
    pub fn open(feed: &'static str) -> Self {
        METRICS.streams_opened.with_label_values(&[feed]).inc();
        METRICS.streams_open.with_label_values(&[feed]).inc();
        Self {
            feed,
            reason: EndReason::Left,
            delivered: 0,
            missed: Some(0),
        }
    }

    /// Says why the stream will have ended.
    pub fn set_reason(&mut self, reason: EndReason) {
        self.reason = reason;
    }

    /// The stream was handed an event.
    pub fn delivered(&mut self) {
        self.delivered += 1;
    }

    /// The stream read so many events, and whether there are more.
    pub fn read(&mut self, count: usize, more: bool) {
        self.missed = self.missed.map(|missed| missed + count);
        if !more && let Some(missed) = self.missed.take() {
            METRICS.replayed.observe(missed as f64);
        }
    }

    /// Adds what was delivered to the metrics of all streams.
    pub fn flush(&mut self) {
        let delivered = mem::take(&mut self.delivered);
        if delivered > 0 {
            METRICS.deliveries.inc_by(delivered);
        }
    }
}

impl Drop for StreamMetrics {
    fn drop(&mut self) {
        self.flush();
        METRICS.streams_open.with_label_values(&[self.feed]).dec();
        METRICS.streams_ended.of(self.reason).inc();
    }
}
