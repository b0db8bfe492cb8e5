//! Wrong passwords, and what follows from how many there were. Knows no clock: each
//! question comes with the instant in which it is asked.

use super::counts::Counts;
use std::{
    net::IpAddr,
    time::{Duration, Instant},
};

/// Where a password comes from, by its subnet; all that come from nowhere known are one.
pub(super) type Subnet = Option<IpAddr>;

/// How long one has to wait after so many wrong passwords: not at all at first, then
/// twice as long with each.
pub(super) struct Growth {
    /// After so many one has to wait for the first time.
    from: u32,
    first: Duration,
    longest: Duration,
}

/// By where they come from: for so long the next is not tried.
pub(super) const REFUSAL: Growth = Growth {
    from: 5,
    first: Duration::from_secs(1),
    longest: Duration::from_secs(15 * 60),
};

/// By whose they ought to be: so much later the next is tried, wherever it comes from.
pub(super) const DELAY: Growth = Growth {
    from: 10,
    first: Duration::from_millis(100),
    longest: Duration::from_secs(3),
};

impl Growth {
    /// How long one has to wait after so many.
    pub(super) fn after(&self, wrong: u32) -> Duration {
        let Some(more) = wrong.checked_sub(self.from) else {
            return Duration::ZERO;
        };
        let doubled = self.first.saturating_mul(2_u32.saturating_pow(more));
        doubled.min(self.longest)
    }

    /// Whether the last of so many made that longer.
    pub(super) fn grew(&self, wrong: u32) -> bool {
        self.after(wrong) > self.after(wrong.saturating_sub(1))
    }
}

/// The wrong passwords of the last hour.
#[derive(Default)]
pub(super) struct Guesses {
    subnets: Counts<Subnet>,
    names: Counts<String>,
    pairs: Counts<(String, Subnet)>,
}

impl Guesses {
    /// How long nothing is tried that comes from there.
    pub(super) fn refusal(&self, from: Subnet, now: Instant) -> Duration {
        let count = self.subnets.of(&from, now);
        REFUSAL.after(count.wrong).saturating_sub(count.age(now))
    }

    /// How much later a password for that name is tried.
    pub(super) fn delay(&self, name: &str, now: Instant) -> Duration {
        DELAY.after(self.names.of(name, now).wrong)
    }

    /// Counts a wrong one. How many came from there by now, and how many were for that
    /// name.
    pub(super) fn wrong(&mut self, name: &str, from: Subnet, now: Instant) -> (u32, u32) {
        self.pairs.add((name.to_owned(), from), now);
        (
            self.subnets.add(from, now),
            self.names.add(name.to_owned(), now),
        )
    }

    /// Takes back what somebody mistyped who knows the password. What came from there
    /// for other names still counts: otherwise whoever has a name could go on guessing
    /// those of others for ever.
    pub(super) fn right(&mut self, name: &str, from: Subnet, now: Instant) {
        let mistyped = self.pairs.take(&(name.to_owned(), from), now);
        self.subnets.reduce(&from, mistyped);
        self.names.reduce(name, mistyped);
    }

    /// How much is known of all.
    #[cfg(test)]
    pub(super) fn sizes(&self) -> [usize; 3] {
        [self.subnets.len(), self.names.len(), self.pairs.len()]
    }
}

#[cfg(test)]
#[path = "guesses_tests.rs"]
mod tests;
