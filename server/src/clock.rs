//! The shop's clock: the system's, in the shop's time zone.

use delivery::Clock;
use domain::{ShopClock, Timestamp};
use jiff::{Timestamp as Instant, Zoned, tz::TimeZone};
use parking_lot::RwLock;
use std::time::{SystemTime, UNIX_EPOCH};

/// The system's clock in a time zone, which can be changed.
pub(crate) struct SystemClock(RwLock<TimeZone>);

impl SystemClock {
    pub(crate) fn new(zone: TimeZone) -> Self {
        Self(RwLock::new(zone))
    }

    fn zoned(&self, at: Timestamp) -> Zoned {
        // Every `Timestamp` lies inside jiff's range: the epoch is never used.
        Instant::from_millisecond(at.millis())
            .unwrap_or(Instant::UNIX_EPOCH)
            .to_zoned(self.0.read().clone())
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
        let millis = since_epoch.map_or(0, |time| time.as_millis());
        Timestamp::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
    }

    fn offset(&self, at: Timestamp) -> i32 {
        self.zoned(at).offset().seconds()
    }
}

impl ShopClock for SystemClock {
    fn time(&self, at: Timestamp) -> String {
        self.zoned(at).strftime("%H:%M").to_string()
    }

    fn day(&self, at: Timestamp) -> String {
        self.zoned(at).date().to_string()
    }

    fn knows_zone(&self, name: &str) -> bool {
        TimeZone::get(name).is_ok()
    }

    fn set_zone(&self, name: &str) {
        match TimeZone::get(name) {
            Ok(zone) => *self.0.write() = zone,
            Err(cause) => tracing::error!(%cause, "the shop's time zone is not known here"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shops_day_is_not_the_utc_day() {
        let clock = SystemClock::new(TimeZone::get("Asia/Shanghai").unwrap());
        // 2026-11-20T16:04:00Z
        let at = Timestamp::from_millis(1_795_190_640_000);
        assert_eq!(at.rfc3339(), "2026-11-20T16:04:00.000Z");
        assert_eq!(clock.day(at), "2026-11-21");
        assert_eq!(clock.time(at), "00:04");
        assert_eq!(clock.offset(at), 8 * 3600);
    }
}
