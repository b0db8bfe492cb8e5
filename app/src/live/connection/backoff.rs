//! How long to wait before trying again.

/// The first delay's upper end, in milliseconds.
const FIRST: f64 = 1_000.0;
/// No delay is longer, in milliseconds.
const LONGEST: f64 = 30_000.0;

/// Delays that grow with each failure, each a random part of its range, so
/// that many pages do not come back at once. They never end.
#[derive(Debug, Default, Clone)]
pub struct Backoff {
    failures: u32,
    /// What the server asked for, in milliseconds.
    asked: Option<u32>,
}

impl Backoff {
    /// The next delay, in milliseconds. `random` is between 0 and 1.
    pub fn next(&mut self, random: f64) -> u32 {
        if let Some(asked) = self.asked.take() {
            return asked;
        }
        let most = (FIRST * 2_f64.powi(self.failures.min(10).cast_signed())).min(LONGEST);
        self.failures += 1;
        // At least half of the range: a delay of nothing would be a hammer.
        (most * (0.5 + random.clamp(0.0, 1.0) / 2.0)) as u32
    }

    /// The server asked to wait that long, in milliseconds, before the next try.
    pub fn asked(&mut self, millis: u32) {
        self.asked = Some(millis);
    }

    /// It worked: the next failure is the first.
    pub fn succeeded(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_grow_up_to_half_a_minute_and_never_end() {
        let mut backoff = Backoff::default();
        let delays: Vec<_> = (0..8).map(|_| backoff.next(1.0)).collect();
        assert_eq!(
            delays,
            [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]
        );
        let mut backoff = Backoff {
            failures: 1_000_000,
            asked: None,
        };
        assert_eq!(backoff.next(0.0), 15_000);
        backoff.succeeded();
        assert_eq!(backoff.next(0.0), 500);
    }

    #[test]
    fn the_server_is_given_the_time_that_it_asked_for_once() {
        let mut backoff = Backoff::default();
        backoff.asked(45_000);
        assert_eq!(backoff.next(1.0), 45_000);
        assert_eq!(backoff.next(1.0), 1000);
    }
}
