//! When alerts go, and what happens when nobody answers at all.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The longest time until the first notice while somebody looks, in seconds.
pub(super) const MAX_WAIT_SECONDS: u32 = 3_600;
/// The longest time until anything that comes later, in minutes.
pub(super) const MAX_MINUTES: u32 = 720;
/// The most reminders.
pub(super) const MAX_REMINDERS: usize = 10;

/// What happens when nobody has answered an order in all that time.
#[derive(
    Debug,
    Default,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WhenOverdue {
    /// It is said once more, and that it is overdue.
    #[default]
    Nothing,
    /// The shop takes no orders until somebody says so, too.
    Pause,
}

impl WhenOverdue {
    /// The name in forms, and of its text.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// When alerts go, and what happens when nobody answers at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AlertRules {
    /// After how many seconds an order that came while somebody looked is told. One that
    /// comes while nobody does is told at once.
    pub wait_seconds: u32,
    /// How many minutes after an order was placed somebody is reminded of it: each more
    /// than the one before.
    pub reminders: Vec<u32>,
    /// After how many minutes an order is overdue.
    pub overdue_minutes: u32,
    /// What happens then.
    pub when_overdue: WhenOverdue,
    /// What customers are told where it is a pause; possibly nothing.
    pub overdue_message: String,
}

impl AlertRules {
    /// After how many minutes an order is late: when somebody is reminded first, or when it
    /// is overdue.
    pub fn late_minutes(&self) -> u32 {
        let reminders = self.reminders.iter().copied();
        reminders.fold(self.overdue_minutes, u32::min)
    }
}

impl Default for AlertRules {
    fn default() -> Self {
        Self {
            wait_seconds: 60,
            reminders: vec![2, 5, 10],
            overdue_minutes: 15,
            when_overdue: WhenOverdue::default(),
            overdue_message: String::new(),
        }
    }
}
