//! Whether a form was filled in by a person: programs fill in what no one sees, and are faster.

use crate::validation::Reason;
use std::time::Duration;

/// How a form was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormGuard {
    /// Whether something stands in the field that people do not see.
    pub filled_honeypot: bool,
    /// How long ago it was drawn.
    pub open_for: Duration,
}

impl FormGuard {
    /// Whether that can have been a person, who needs at least `min`.
    ///
    /// # Errors
    /// [`Reason::NotBlank`], or [`Reason::TooFast`]: who is a person and gets that presses once
    /// more.
    pub fn check(self, min: Duration) -> Result<(), Reason> {
        if self.filled_honeypot {
            return Err(Reason::NotBlank);
        }
        match self.open_for < min {
            true => Err(Reason::TooFast),
            false => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_leave_the_hidden_field_alone_and_take_their_time() {
        let check = |filled_honeypot, millis| {
            let open_for = Duration::from_millis(millis);
            let guard = FormGuard {
                filled_honeypot,
                open_for,
            };
            guard.check(Duration::from_secs(2))
        };
        assert_eq!(check(false, 2000), Ok(()));
        assert_eq!(check(false, 1999), Err(Reason::TooFast));
        assert_eq!(check(true, 60_000), Err(Reason::NotBlank));
        let at_once = FormGuard {
            filled_honeypot: false,
            open_for: Duration::ZERO,
        };
        assert_eq!(at_once.check(Duration::ZERO), Ok(()));
    }
}
