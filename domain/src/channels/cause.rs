//! Why an alert of an order goes.

use super::{NotAStage, Stage};
use crate::Timestamp;
use std::{fmt, str::FromStr};

/// What the name of [`Cause::Hurried`] begins with in the store.
const HURRIED: &str = "hurried_";

/// Why an alert of an order goes: each is told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Nobody has answered it.
    Waiting(Stage),
    /// Its customer asked then where it stays.
    Hurried(Timestamp),
}

impl fmt::Display for Cause {
    /// The name in the store: that of the stage, or `hurried_` with the time in milliseconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waiting(stage) => stage.fmt(f),
            Self::Hurried(at) => write!(f, "{HURRIED}{}", at.millis()),
        }
    }
}

impl FromStr for Cause {
    type Err = NotAStage;

    fn from_str(text: &str) -> Result<Self, NotAStage> {
        let Some(at) = text.strip_prefix(HURRIED) else {
            return text.parse().map(Self::Waiting);
        };
        let at = at.parse().map_err(|_| NotAStage)?;
        Ok(Self::Hurried(Timestamp::from_millis(at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        let asked = Timestamp::from_millis(1_795_221_000_000);
        for cause in [Cause::Waiting(Stage::Reminder(2)), Cause::Hurried(asked)] {
            assert_eq!(cause.to_string().parse(), Ok(cause));
        }
        assert_eq!("hurried_x".parse::<Cause>(), Err(NotAStage));
    }
}
