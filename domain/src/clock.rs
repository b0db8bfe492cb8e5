//! The shop's clock: what it shows on the wall, and which day it is.

use delivery::{Clock, Timestamp};

/// A clock in the shop's time zone.
pub trait ShopClock: Clock {
    /// The hour and minute on the shop's wall: `12:04`.
    fn time(&self, at: Timestamp) -> String;

    /// The shop's day: `2026-11-21`.
    fn day(&self, at: Timestamp) -> String;

    /// Both, as pages tell of what is past: `2026-11-21 12:04`.
    fn day_and_time(&self, at: Timestamp) -> String {
        format!("{} {}", self.day(at), self.time(at))
    }

    /// Whether there is a time zone of that name (IANA).
    fn knows_zone(&self, name: &str) -> bool;

    /// Shows the time of another zone from now on, if there is one of that name.
    fn set_zone(&self, name: &str);
}
