//! How often something may be done, for each of many who do it.

use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock, DefaultClock},
};
use std::{
    hash::Hash,
    sync::atomic::{AtomicU32, Ordering},
};

/// After so many times, whoever came long ago is forgotten.
const SWEEP: u32 = 1024;

/// A limit for each key, at first all at once and then as time passes (GCRA), by a clock that
/// can't be set back; none where there is no limiter.
pub(crate) struct Limit<K: Hash + Eq + Clone> {
    limiter: Option<DefaultKeyedRateLimiter<K>>,
    asked: AtomicU32,
}

impl<K: Hash + Eq + Clone> Limit<K> {
    pub(crate) fn new(quota: Option<Quota>) -> Self {
        Self {
            limiter: quota.map(DefaultKeyedRateLimiter::hashmap),
            asked: AtomicU32::new(0),
        }
    }

    /// Counts one more of that key.
    ///
    /// # Errors
    /// There were too many: the seconds after which there may be one more.
    pub(crate) fn admit(&self, key: &K) -> Result<(), u32> {
        let Some(limiter) = &self.limiter else {
            return Ok(());
        };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(key).map_err(|refusal| {
            let wait = refusal.wait_time_from(DefaultClock::default().now());
            u32::try_from(wait.as_secs()).map_or(u32::MAX, |seconds| seconds.saturating_add(1))
        })
    }
}
