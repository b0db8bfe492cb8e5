//! How long an order waits already.

use std::{fmt, str::FromStr};

/// How long an order waits already: each stage is told once. A later one is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// It is new.
    New,
    /// So many minutes have gone by since it was placed.
    Reminder(u32),
    /// Nobody has answered in all that time. Nothing comes after it.
    Overdue,
}

impl fmt::Display for Stage {
    /// The name in the store and in what is sent: `new`, `reminder_5`, `overdue`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New => f.write_str("new"),
            Self::Reminder(minutes) => write!(f, "reminder_{minutes}"),
            Self::Overdue => f.write_str("overdue"),
        }
    }
}

/// The text names no stage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a stage of waiting")]
pub struct NotAStage;

impl FromStr for Stage {
    type Err = NotAStage;

    fn from_str(text: &str) -> Result<Self, NotAStage> {
        match text.split_once('_') {
            None if text == "new" => Ok(Self::New),
            None if text == "overdue" => Ok(Self::Overdue),
            Some(("reminder", minutes)) => {
                let minutes = minutes.parse().map_err(|_| NotAStage)?;
                Ok(Self::Reminder(minutes))
            }
            _ => Err(NotAStage),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back_and_stages_follow_each_other() {
        let stages = [
            Stage::New,
            Stage::Reminder(2),
            Stage::Reminder(10),
            Stage::Overdue,
        ];
        assert!(stages.is_sorted());
        for stage in stages {
            assert_eq!(stage.to_string().parse(), Ok(stage));
        }
        assert_eq!("reminder_x".parse::<Stage>(), Err(NotAStage));
    }
}
