//! How many orders one address may place.

use delivery::admission::subnet;
use domain::{orders::TooManyOrders, ports::OrderLimit};
use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock, DefaultClock},
};
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
};

/// After so many orders, addresses that ordered long ago are forgotten.
const SWEEP: u32 = 1024;

/// So many orders a minute for each address, at first all at once and then as
/// time passes (GCRA), by a clock that can't be set back.
pub(crate) struct OrdersPerMinute {
    limiter: Option<DefaultKeyedRateLimiter<IpAddr>>,
    asked: AtomicU32,
}

impl OrdersPerMinute {
    /// A limit of `orders`; 0 is none.
    pub(crate) fn new(orders: u32) -> Self {
        let quota = NonZeroU32::new(orders).map(Quota::per_minute);
        Self {
            limiter: quota.map(DefaultKeyedRateLimiter::hashmap),
            asked: AtomicU32::new(0),
        }
    }
}

impl OrderLimit for OrdersPerMinute {
    fn admit(&self, from: IpAddr) -> Result<(), TooManyOrders> {
        let Some(limiter) = &self.limiter else {
            return Ok(());
        };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            limiter.retain_recent();
        }
        limiter.check_key(&subnet(from)).map_err(|refusal| {
            // No louder, or whoever is refused could fill the log.
            tracing::debug!(%from, "too many orders from one address; is it a proxy?");
            let wait = refusal.wait_time_from(DefaultClock::default().now());
            TooManyOrders {
                retry_after: u32::try_from(wait.as_secs()).unwrap_or(u32::MAX) + 1,
            }
        })
    }
}
