//! How urgently orders wait for an answer.

use crate::erased::{LiveText, live_text};
use domain::{Timestamp, orders::OrderStatus, settings::AlertRules};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How urgently an order waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It has just come.
    Fresh,
    /// It waits.
    Late,
    /// It waits for too long.
    Overdue,
}

impl Urgency {
    /// What it is called in the page's styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Late => "late",
            Self::Overdue => "overdue",
        }
    }
}

/// When an order is late, and when it is overdue: in minutes since it was placed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UrgencyRules {
    late: u32,
    overdue: u32,
}

impl From<&AlertRules> for UrgencyRules {
    fn from(rules: &AlertRules) -> Self {
        Self {
            late: rules.late_minutes(),
            overdue: rules.overdue_minutes,
        }
    }
}

/// The name of what an order's urgency is, by which styles know it; nothing where it does not wait.
pub(crate) fn urgency_name(urgency: Signal<Option<Urgency>>) -> LiveText {
    live_text(move || urgency.get().map_or("", Urgency::name))
}

impl UrgencyRules {
    /// How urgently an order waits that was placed then; `None` for one that somebody has answered.
    pub fn of(self, status: OrderStatus, placed_at: Timestamp, now: Timestamp) -> Option<Urgency> {
        let minutes = placed_at.minutes_until(now);
        let urgency = match minutes {
            _ if status != OrderStatus::Placed => return None,
            minutes if minutes >= self.overdue.into() => Urgency::Overdue,
            minutes if minutes >= self.late.into() => Urgency::Late,
            _ => Urgency::Fresh,
        };
        Some(urgency)
    }
}
