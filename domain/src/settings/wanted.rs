//! When a shop can have an order ready that is wanted at a time.

use super::{
    ShopSettings,
    hours::{DAY, Hours},
};
use crate::{
    Timestamp,
    clock::{ClockTime, ShopClock},
    handover::Handover,
    validation::{Field, Reason, ValidationErrors},
};
use jiff::civil::Date;

const MINUTE: i64 = 60_000;
/// How long after now a time may be that is on the next day.
const NIGHT: i64 = 12 * 60 * MINUTE;
/// Until when a night goes on for a shop that is open around the clock, in minutes since
/// midnight.
const MORNING: u16 = 6 * 60;

/// Who wishes for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WishOf {
    /// A customer, to whom the shop's rules are told.
    Customer,
    /// Somebody who works in the shop, and knows when it can have something ready.
    Staff,
}

impl ShopSettings {
    /// Whether the shop hands orders over in that way and at that time: when it is wanted, or
    /// `None` where `wanted` is blank, which is as soon as possible.
    ///
    /// # Errors
    /// What the shop does not offer, each at its field; for the time also that it is none, is
    /// too soon, or outside of the hours.
    pub fn agree(
        &self,
        handover: &Handover,
        wanted: &str,
        of: WishOf,
        clock: &dyn ShopClock,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        if !self.handover.ways.has(handover.way) {
            faults.add(Field::Way, Reason::NotOffered);
        }
        let at = match wanted.trim() {
            "" => Ok(None),
            _ if !self.handover.wanted_times => Err(Reason::NotOffered),
            wanted => self.wanted_at(wanted, of, clock, now).map(Some),
        };
        match faults.check(Field::Wanted, at) {
            Some(at) if faults.is_empty() => Ok(at),
            _ => Err(faults),
        }
    }

    /// The soonest time for which a customer can want an order that is placed now.
    pub fn earliest_wanted(&self, clock: &dyn ShopClock, now: Timestamp) -> ClockTime {
        ClockTime::at(self.earliest(now), clock)
    }

    fn earliest(&self, now: Timestamp) -> Timestamp {
        let notice = MINUTE * i64::from(self.handover.notice_minutes);
        Timestamp::from_millis(full_minute(now) + notice)
    }

    fn wanted_at(
        &self,
        wanted: &str,
        of: WishOf,
        clock: &dyn ShopClock,
        now: Timestamp,
    ) -> Result<Timestamp, Reason> {
        let time: ClockTime = wanted.parse().map_err(|_| Reason::NotATime)?;
        let earliest = match of {
            WishOf::Customer => self.earliest(now),
            WishOf::Staff => Timestamp::from_millis(full_minute(now)),
        };
        let today = clock.day(now).parse::<Date>();
        let today = today.map_err(|_| Reason::NotATime)?;
        let at = next_to(now, time, 0, clock).ok_or(Reason::NotATime)?;
        if at >= earliest {
            let is_open = self.hours.check(&clock.day(at), time.minutes()).is_ok();
            return match is_open || of == WishOf::Staff {
                true => Ok(at),
                false => Err(Reason::ClosedThen),
            };
        }
        // It may be meant for after midnight, where the shop is still open then.
        let night = next_to(now, time, 1, clock)
            .filter(|at| at.millis() - now.millis() <= NIGHT && *at >= earliest)
            .filter(|_| time.minutes() < self.hours.night_after(today));
        let earliest = ClockTime::at(earliest, clock);
        night.ok_or(Reason::TooSoon { earliest })
    }
}

/// The beginning of the minute of that moment, in milliseconds.
fn full_minute(at: Timestamp) -> i64 {
    at.millis() - at.millis().rem_euclid(MINUTE)
}

/// When the clock shows that time, so many days after the day of `now`; `None` where it
/// shows it never, since it is set forward then.
fn next_to(now: Timestamp, time: ClockTime, days: i64, clock: &dyn ShopClock) -> Option<Timestamp> {
    let from = i64::from(ClockTime::at(now, clock).minutes());
    let minutes = i64::from(time.minutes()) - from + days * i64::from(DAY);
    let near = Timestamp::from_millis(full_minute(now) + minutes * MINUTE);
    let set = i64::from(clock.offset(now) - clock.offset(near));
    let at = Timestamp::from_millis(near.millis() + set * 1000);
    (ClockTime::at(at, clock) == time).then_some(at)
}

impl Hours {
    /// Until when the shop is open after midnight at the end of that day without having
    /// closed, in minutes since that midnight.
    fn night_after(&self, day: Date) -> u16 {
        let spans = self.spans(day);
        let late = spans.iter().filter(|span| span.is_past_midnight());
        let late = late.map(|span| span.to).max().unwrap_or(0);
        let goes_on = spans.iter().any(|span| span.to == DAY);
        let tomorrow = day.tomorrow().map_or(Vec::new(), |day| self.spans(day));
        let mut early = tomorrow.iter().filter(|span| goes_on && span.from == 0);
        let early = early
            .next()
            .map_or(0, |span| match span.is_past_midnight() {
                true => MORNING,
                false => span.to.min(MORNING),
            });
        late.max(early)
    }
}

#[cfg(test)]
#[path = "wanted_tests.rs"]
mod tests;
