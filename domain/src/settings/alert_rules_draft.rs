//! What somebody types of when alerts go, checked once.

use super::{
    AlertRules, MAX_PAUSE_MESSAGE,
    alert_rules::{MAX_MINUTES, MAX_REMINDERS, MAX_WAIT_SECONDS},
};
use crate::{
    text,
    validation::{Field, Reason, ValidationErrors},
};

/// Rules as they were typed, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct AlertRulesDraft {
    /// Seconds until the first notice.
    pub wait_seconds: String,
    /// Minutes until each reminder, with commas or spaces between them; possibly none.
    pub reminders: String,
    /// Minutes until an order is overdue.
    pub overdue_minutes: String,
    /// What happens then, by its name.
    pub when_overdue: String,
    /// What customers are told then.
    pub overdue_message: String,
}

impl AlertRulesDraft {
    /// Checks what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self) -> Result<AlertRules, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let wait = match self.wait_seconds.trim().parse() {
            Ok(seconds) if seconds <= MAX_WAIT_SECONDS => Ok(seconds),
            _ => Err(Reason::NotAStock {
                max: MAX_WAIT_SECONDS,
            }),
        };
        let wait = faults.check(Field::WaitSeconds, wait);
        let reminders = faults.check(Field::Reminders, reminders(&self.reminders));
        let overdue = faults.check(Field::OverdueMinutes, minutes(&self.overdue_minutes));
        let when = self.when_overdue.parse().map_err(|_| Reason::NotAChoice);
        let when = faults.check(Field::WhenOverdue, when);
        let message = text::paragraph(&self.overdue_message, MAX_PAUSE_MESSAGE);
        let message = faults.check(Field::PauseMessage, message);
        match (wait, reminders, overdue, when, message) {
            (Some(wait), Some(reminders), Some(overdue), Some(when), Some(message)) => {
                Ok(AlertRules {
                    wait_seconds: wait,
                    reminders,
                    overdue_minutes: overdue,
                    when_overdue: when,
                    overdue_message: message,
                })
            }
            _ => Err(faults),
        }
    }
}

fn minutes(text: &str) -> Result<u32, Reason> {
    match text.trim().parse() {
        Ok(minutes) if (1..=MAX_MINUTES).contains(&minutes) => Ok(minutes),
        _ => Err(Reason::OutOfRange { max: MAX_MINUTES }),
    }
}

/// Each once, in their order.
fn reminders(text: &str) -> Result<Vec<u32>, Reason> {
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '/');
    let typed = text.split(between).filter(|part| !part.is_empty());
    let mut reminders = typed.map(minutes).collect::<Result<Vec<_>, _>>()?;
    reminders.sort_unstable();
    reminders.dedup();
    match reminders.len() {
        0..=MAX_REMINDERS => Ok(reminders),
        _ => Err(Reason::NoMore { max: MAX_REMINDERS }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> AlertRulesDraft {
        AlertRulesDraft {
            wait_seconds: "30".to_owned(),
            reminders: "10, 2，5 5".to_owned(),
            overdue_minutes: "20".to_owned(),
            when_overdue: "pause".to_owned(),
            overdue_message: String::new(),
        }
    }

    #[test]
    fn reminders_are_typed_in_any_order() {
        let rules = draft().parse().unwrap();
        assert_eq!(rules.reminders, [2, 5, 10]);
        let none = AlertRulesDraft {
            reminders: " ".to_owned(),
            ..draft()
        };
        assert!(none.parse().unwrap().reminders.is_empty());
    }

    #[test]
    fn each_fault_is_told_at_its_field() {
        let wrong = AlertRulesDraft {
            wait_seconds: "-1".to_owned(),
            reminders: "0".to_owned(),
            overdue_minutes: "721".to_owned(),
            when_overdue: "panic".to_owned(),
            overdue_message: "0".repeat(MAX_PAUSE_MESSAGE + 1),
        };
        let faults = wrong.parse().unwrap_err().0;
        let fields = faults.iter().map(|fault| fault.field);
        let all = [
            Field::WaitSeconds,
            Field::Reminders,
            Field::OverdueMinutes,
            Field::WhenOverdue,
            Field::PauseMessage,
        ];
        assert_eq!(fields.collect::<Vec<_>>(), all);
        let many = AlertRulesDraft {
            reminders: "1 2 3 4 5 6 7 8 9 10 11".to_owned(),
            ..draft()
        };
        assert!(many.parse().is_err());
    }
}
