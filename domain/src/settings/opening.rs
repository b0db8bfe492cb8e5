//! Whether a shop takes orders now, and when it does again.

use super::{
    Pause, PauseEnd, ShopSettings, Spans,
    hours::{DAY, Hours, Span, clock},
};
use crate::{Timestamp, clock::ShopClock};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// How long whoever began before the shop closed may still order, in minutes.
pub const GRACE_MINUTES: u16 = 5;

/// How many days ahead it is looked for when the shop opens.
const AHEAD: usize = 14;

/// The shop takes no orders now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the shop takes no orders now")]
pub struct Closed {
    /// When it opens, by its own clock, such as `17:00`, with the day where that is
    /// another one: `2026-11-27 11:00`. `None` where nobody knows yet.
    pub opens: Option<String>,
    /// What the shop wants to say; possibly nothing.
    pub message: String,
}

impl ShopSettings {
    /// Whether the shop takes orders at that moment.
    ///
    /// # Errors
    /// [`Closed`]: it is paused, or outside of its hours.
    pub fn check_open(&self, clock: &dyn ShopClock, at: Timestamp) -> Result<(), Closed> {
        if let Some(pause) = self.pause.as_ref().filter(|pause| pause.holds(clock, at)) {
            return Err(Closed {
                opens: pause.ends(clock, at),
                message: pause.message.clone(),
            });
        }
        self.hours.check(&clock.day(at), minutes(&clock.time(at)))
    }

    /// Whether somebody has paused it now.
    pub fn is_paused(&self, clock: &dyn ShopClock) -> bool {
        let pause = self.pause.as_ref();
        pause.is_some_and(|pause| pause.holds(clock, clock.now()))
    }

    /// The same for an order: whoever began before the shop closed still has
    /// [`GRACE_MINUTES`].
    ///
    /// # Errors
    /// See [`Self::check_open`].
    pub fn check_order(&self, clock: &dyn ShopClock, at: Timestamp) -> Result<(), Closed> {
        let is_paused = self
            .pause
            .as_ref()
            .is_some_and(|pause| pause.holds(clock, at));
        let grace = i64::from(GRACE_MINUTES) * 60_000;
        let before = Timestamp::from_millis(at.millis() - grace);
        self.check_open(clock, at).or_else(|closed| {
            let just_closed = self
                .hours
                .check(&clock.day(before), minutes(&clock.time(before)));
            match just_closed {
                Ok(()) if !is_paused => Ok(()),
                _ => Err(closed),
            }
        })
    }
}

/// The minutes since midnight of a time as the clock writes it: `12:04`.
fn minutes(time: &str) -> u16 {
    let (hours, minutes) = time.split_once(':').unwrap_or(("0", "0"));
    let number = |text: &str| text.parse::<u16>().unwrap_or(0);
    number(hours) * 60 + number(minutes)
}

impl Hours {
    /// Whether the shop is open at that minute of that day.
    pub(super) fn check(&self, today: &str, now: u16) -> Result<(), Closed> {
        let Ok(today) = today.parse::<Date>() else {
            return Ok(());
        };
        // What began yesterday may go on past midnight.
        let yesterday = today.yesterday().map_or(Vec::new(), |day| self.spans(day));
        let is_late = yesterday
            .iter()
            .any(|span| span.is_past_midnight() && now < span.to);
        let is_open = |span: &Span| now >= span.from && (now < span.to || span.is_past_midnight());
        if is_late || self.spans(today).iter().any(is_open) {
            return Ok(());
        }
        Err(Closed {
            opens: self.next(today, now),
            message: String::new(),
        })
    }

    /// The spans of a day.
    pub(super) fn spans(&self, day: Date) -> Vec<Span> {
        let weekday = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        let exception = self
            .exceptions
            .iter()
            .find(|exception| exception.day == day);
        let exception = exception.map(|exception| &exception.spans);
        let usual = || self.week.as_ref().map(|week| &week[weekday]);
        match exception.or_else(usual) {
            Some(Spans(spans)) => spans.clone(),
            None => vec![Span { from: 0, to: DAY }],
        }
    }

    /// When the shop opens next after that minute of that day.
    fn next(&self, today: Date, now: u16) -> Option<String> {
        today.series(1.day()).take(AHEAD).find_map(|day| {
            let spans = self.spans(day);
            let next = spans.iter().find(|span| day > today || span.from > now)?;
            let time = clock(next.from);
            Some(match day == today {
                true => time,
                false => format!("{day} {time}"),
            })
        })
    }
}

impl Pause {
    /// Whether it still holds.
    fn holds(&self, clock: &dyn ShopClock, at: Timestamp) -> bool {
        match &self.until {
            PauseEnd::Time(end) => at < *end,
            PauseEnd::NextDay(day) => clock.day(at) == *day,
            PauseEnd::Never => true,
        }
    }

    /// When it ends, by the shop's clock.
    fn ends(&self, clock: &dyn ShopClock, at: Timestamp) -> Option<String> {
        match &self.until {
            PauseEnd::Time(end) if clock.day(*end) == clock.day(at) => Some(clock.time(*end)),
            PauseEnd::Time(end) => Some(format!("{} {}", clock.day(*end), clock.time(*end))),
            PauseEnd::NextDay(day) => {
                let next = day.parse::<Date>().and_then(Date::tomorrow);
                next.ok().map(|day| day.to_string())
            }
            PauseEnd::Never => None,
        }
    }
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
