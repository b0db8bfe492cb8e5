//! What is wrong with a file of settings.

use app::words;
use domain::{
    language::Language,
    money::Currency,
    validation::{Field, ValidationErrors},
};
use std::fmt;

/// The keys of the weekdays.
pub(super) const WEEK: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What is wrong with a file, by its keys.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(String, String)>);

impl Faults {
    /// Notes what is wrong with a key; of two faults the first counts.
    pub(super) fn note(&mut self, key: String, text: String) {
        if self.0.iter().all(|(known, _)| *known != key) {
            self.0.push((key, text));
        }
    }

    /// Notes what the rules of the settings' page are against.
    pub(super) fn add(&mut self, wrong: &ValidationErrors, currency: Currency) {
        for fault in &wrong.0 {
            let text = words::reason(Language::English, fault.reason, currency);
            self.note(key(fault.field), text);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|(key, text)| write!(f, "\n  {key}: {text}"))
    }
}

/// The key of a field.
fn key(field: Field) -> String {
    match field {
        Field::Weekday(day) => {
            let name = WEEK.get(usize::from(day)).unwrap_or(&"");
            format!("week.{name}")
        }
        Field::Ways | Field::WantedTimes | Field::NoticeMinutes => format!("handover.{field}"),
        field => field.to_string(),
    }
}
