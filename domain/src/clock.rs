//! The shop's clock: what it shows on the wall, and which day it is.

use delivery::{Clock, Timestamp};

/// A clock in the shop's time zone.
pub trait ShopClock: Clock {
    /// The hour and minute on the shop's wall: `12:04`.
    fn time(&self, at: Timestamp) -> String;

    /// The shop's day: `2026-11-21`.
    fn day(&self, at: Timestamp) -> String;
}
