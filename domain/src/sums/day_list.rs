//! Days in a list.

use super::{Day, DayClosing, TooLarge, tally::minus};
use crate::{Timestamp, money::Money, orders::OrderStatus};

/// Orders of one day and status, as a store counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayTally {
    /// Which day.
    pub day: Day,
    /// Where the orders are in their life.
    pub status: OrderStatus,
    /// How many.
    pub count: u32,
    /// What they come to, in minor units.
    pub total: Money,
    /// What was given back of them, in minor units.
    pub refunded: Money,
    /// How many of them came or changed after the day was closed, if it was.
    pub later: u32,
}

/// A day in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRow {
    /// Which day.
    pub day: Day,
    /// Orders that were not called off.
    pub orders: u32,
    /// How many of them are still open.
    pub open: u32,
    /// The revenue, in minor units; of a closed day that with which it was closed.
    pub revenue: Money,
    /// When it was closed; `None` while it was not.
    pub closed_at: Option<Timestamp>,
    /// How many orders came or changed after that.
    pub later: u32,
}

impl DayRow {
    /// The days that were counted, newest first. A closed day is as it was then.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub fn list(tallies: &[DayTally], closings: &[DayClosing]) -> Result<Vec<Self>, TooLarge> {
        let mut days: Vec<_> = tallies.iter().map(|tally| tally.day).collect();
        days.sort_unstable_by(|one, other| other.cmp(one));
        days.dedup();
        let row = |day: Day| {
            let of_day = tallies.iter().filter(|tally| tally.day == day);
            match closings.iter().find(|closing| closing.day == day) {
                Some(closing) => Ok(Self::closed(closing, of_day)),
                None => Self::now(day, of_day),
            }
        };
        days.into_iter().map(row).collect()
    }

    fn closed<'a>(closing: &DayClosing, tallies: impl Iterator<Item = &'a DayTally>) -> Self {
        let sums = &closing.sums;
        Self {
            day: closing.day,
            orders: sums.finished.count,
            open: 0,
            revenue: sums.revenue(),
            closed_at: Some(closing.at),
            later: tallies
                .map(|tally| tally.later)
                .fold(0, u32::saturating_add),
        }
    }

    fn now<'a>(day: Day, tallies: impl Iterator<Item = &'a DayTally>) -> Result<Self, TooLarge> {
        let mut row = Self {
            day,
            orders: 0,
            open: 0,
            revenue: Money::ZERO,
            closed_at: None,
            later: 0,
        };
        for tally in tallies.filter(|tally| !tally.status.is_called_off()) {
            row.orders = row.orders.checked_add(tally.count).ok_or(TooLarge)?;
            if tally.status == OrderStatus::Finished {
                let revenue = minus(tally.total, tally.refunded)?;
                row.revenue = row.revenue.checked_add(revenue).ok_or(TooLarge)?;
            } else {
                row.open = row.open.checked_add(tally.count).ok_or(TooLarge)?;
            }
        }
        Ok(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        money::Currency,
        sums::fixtures::{at, clock, facts, order},
    };

    fn tally(day: &str, status: OrderStatus, count: u32, later: u32) -> DayTally {
        DayTally {
            day: day.parse().unwrap(),
            status,
            count,
            total: Money::from_minor(1000),
            refunded: Money::from_minor(100),
            later,
        }
    }

    #[test]
    fn an_open_day_is_as_it_is_and_a_closed_one_as_it_was() {
        use OrderStatus::{Cancelled, Finished, Ready};
        let tallies = [
            tally("2026-11-25", Finished, 3, 1),
            tally("2026-11-25", Ready, 1, 1),
            tally("2026-11-26", Finished, 2, 2),
            tally("2026-11-26", Ready, 1, 1),
            tally("2026-11-26", Cancelled, 5, 5),
        ];
        let sums = facts(vec![order(at("12:00"), Finished, 700)]);
        let closing = DayClosing {
            day: "2026-11-25".parse().unwrap(),
            at: at("23:00"),
            by: "li".to_owned(),
            sums: sums.sums(Currency::CNY, &clock()).unwrap(),
        };
        let rows = DayRow::list(&tallies, &[closing]).unwrap();
        let read = |row: &DayRow| (row.orders, row.open, row.revenue.minor(), row.later);
        let read: Vec<_> = rows.iter().map(read).collect();
        assert_eq!(read, [(3, 1, 900, 0), (1, 0, 700, 2)]);
        assert_eq!(rows[1].closed_at, Some(at("23:00")));
    }
}
