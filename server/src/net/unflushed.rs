//! How long events take from their commit to the socket, measured where the
//! system takes them.

use crate::metrics::METRICS;
use std::{
    num::NonZeroU64,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// When an event was committed, in microseconds since the first one was.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Committed(NonZeroU64);

impl Committed {
    /// Just now.
    pub(crate) fn now() -> Self {
        let micros = u64::try_from(START.elapsed().as_micros()).unwrap_or(u64::MAX);
        Self(NonZeroU64::MIN.saturating_add(micros))
    }
}

/// The oldest event that a connection was handed and that the system has not
/// taken yet. Clones are of the same connection.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unflushed(Arc<AtomicU64>);

impl Unflushed {
    /// The connection was handed an event.
    pub(crate) fn hand(&self, committed: Committed) {
        let _ = self
            .0
            .compare_exchange(0, committed.0.get(), Ordering::Relaxed, Ordering::Relaxed);
    }

    /// The system has taken everything.
    pub(super) fn flushed(&self) {
        if self.0.load(Ordering::Relaxed) == 0 {
            return;
        }
        if let Some(oldest) = NonZeroU64::new(self.0.swap(0, Ordering::Relaxed)) {
            let took = Committed::now().0.get().saturating_sub(oldest.get());
            let took = Duration::from_micros(took);
            METRICS.commit_to_flush.observe(took.as_secs_f64());
        }
    }
}
