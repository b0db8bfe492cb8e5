//! Notices that nothing comes any more.

use futures::{StreamExt, stream::Fuse};
use gloo_timers::future::IntervalStream;
use js_sys::Date;

/// How often it looks, in milliseconds.
const INTERVAL: u32 = 1_000;
/// How long nothing may come while no heartbeat is known, in milliseconds.
const PATIENCE: f64 = 10_000.0;

/// Watches one source of events.
pub(super) struct Watchdog {
    interval: Fuse<IntervalStream>,
    last: f64,
    patience: f64,
}

impl Watchdog {
    /// Watches from now on.
    pub(super) fn new() -> Self {
        Self {
            interval: IntervalStream::new(INTERVAL).fuse(),
            last: Date::now(),
            patience: PATIENCE,
        }
    }

    /// Something came.
    pub(super) fn reset(&mut self) {
        self.last = Date::now();
    }

    /// Something comes that often, in milliseconds; one time may be missed.
    pub(super) fn expect_every(&mut self, heartbeat: u32) {
        self.patience = f64::from(heartbeat) * 2.0;
    }

    /// Waits a while; then whether nothing came for too long.
    pub(super) async fn is_silent(&mut self) -> bool {
        self.interval.next().await;
        // After sleep the clock has moved on, though no time passed for the page.
        Date::now() - self.last > self.patience
    }
}
