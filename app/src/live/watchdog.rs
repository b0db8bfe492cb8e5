//! Notices that nothing is heard any more.

use futures::{StreamExt, stream::Fuse};
use gloo_timers::future::IntervalStream;
use js_sys::Date;

/// How often it looks, in milliseconds.
const PULSE: u32 = 1_000;
/// How long nothing may be heard while no heartbeat is known, in milliseconds.
const PATIENCE: f64 = 10_000.0;

/// Watches one source of messages.
pub(super) struct Watchdog {
    pulse: Fuse<IntervalStream>,
    heard: f64,
    patience: f64,
}

impl Watchdog {
    /// Watches from now on.
    pub(super) fn new() -> Self {
        Self {
            pulse: IntervalStream::new(PULSE).fuse(),
            heard: Date::now(),
            patience: PATIENCE,
        }
    }

    /// Something was heard.
    pub(super) fn heard(&mut self) {
        self.heard = Date::now();
    }

    /// Something will be heard that often, in milliseconds; one time may be missed.
    pub(super) fn expect_every(&mut self, heartbeat: u32) {
        self.patience = f64::from(heartbeat) * 2.0;
    }

    /// Waits a while; then whether nothing was heard for too long.
    pub(super) async fn look(&mut self) -> bool {
        self.pulse.next().await;
        // After sleep the clock has moved on, though no time passed for the page.
        Date::now() - self.heard > self.patience
    }
}
