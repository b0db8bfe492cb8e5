//! Days for the tests of this module.

use super::{DayFacts, OrdersFact, PaidBy};
use crate::{Timestamp, clock::ShopClock, money::Money, orders::OrderStatus};
use delivery::Clock;

/// 2026-11-26T00:00:00Z
const MIDNIGHT: i64 = 1_795_651_200_000;

/// A clock in a zone that went from two hours ahead of UTC to one at 01:00 UTC of
/// the 26th of November 2026.
pub(super) struct TurnedBack;

pub(super) fn clock() -> TurnedBack {
    TurnedBack
}

impl TurnedBack {
    fn wall(&self, at: Timestamp) -> String {
        let millis = at.millis() + i64::from(self.offset(at)) * 1000;
        Timestamp::from_millis(millis).rfc3339()
    }
}

impl Clock for TurnedBack {
    fn now(&self) -> Timestamp {
        at("18:00")
    }

    fn offset(&self, at: Timestamp) -> i32 {
        match at.millis() < MIDNIGHT + 3_600_000 {
            true => 7200,
            false => 3600,
        }
    }
}

impl ShopClock for TurnedBack {
    fn time(&self, at: Timestamp) -> String {
        self.wall(at)[11..16].to_owned()
    }

    fn day(&self, at: Timestamp) -> String {
        self.wall(at)[..10].to_owned()
    }

    fn knows_zone(&self, _: &str) -> bool {
        true
    }

    fn set_zone(&self, _: &str) {}
}

/// That time of the day in UTC.
pub(super) fn at(time: &str) -> Timestamp {
    let (hours, minutes) = time.split_once(':').unwrap();
    let minutes = hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap();
    Timestamp::from_millis(MIDNIGHT + minutes * 60_000)
}

/// An order that nobody has paid.
pub(super) fn order(at: Timestamp, status: OrderStatus, total: i64) -> OrdersFact {
    OrdersFact {
        at,
        status,
        paid_by: PaidBy::Unpaid,
        count: 1,
        total: Money::from_minor(total),
        refunds: 0,
        refunded: Money::ZERO,
        versions: 1,
    }
}

pub(super) fn facts(orders: Vec<OrdersFact>) -> DayFacts {
    DayFacts {
        orders,
        ..DayFacts::default()
    }
}
