//! What is due of an order, and when to look again: decided here, done elsewhere.

use super::Stage;
use crate::{Seq, Timestamp, orders::OrderId, settings::AlertRules};

/// When it is told that an order was placed then, or its customer asked: at once where nobody
/// looks, and after a while where somebody does, who may answer it by then.
pub fn notice_at(at: Timestamp, rules: &AlertRules, somebody_looks: bool) -> Timestamp {
    match somebody_looks {
        true => at.plus_seconds(rules.wait_seconds),
        false => at,
    }
}

/// An order that nobody has answered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Which.
    pub order: OrderId,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When it is told for the first time: see [`notice_at`].
    pub notice_at: Timestamp,
    /// The last stage that was told; `None` while none was.
    pub passed: Option<Stage>,
}

/// An order of which its customer asks where it stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurried {
    /// Which.
    pub order: OrderId,
    /// When the customer asked.
    pub at: Timestamp,
    /// When it is told, as long as nobody moves the order on: see [`notice_at`].
    pub notice_at: Timestamp,
}

/// What a part of the log tells of orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogPart {
    /// The event after which it begins.
    pub from: Seq,
    /// The last event of it.
    pub until: Seq,
    /// The orders that are new, and to be watched.
    pub placed: Vec<Watch>,
    /// The orders that were answered, or otherwise moved on.
    pub answered: Vec<OrderId>,
    /// The questions after which nobody has moved the order on.
    pub hurried: Vec<Hurried>,
}

/// What is due of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// What is to be told now. Of several that are due at the same time it is the last:
    /// after a night without power nobody needs four messages of one order.
    pub stage: Option<Stage>,
    /// When to look again; `None` where nothing comes any more.
    pub next: Option<Timestamp>,
}

impl Watch {
    /// What is due of the order at that moment, as long as nobody answers it.
    pub fn due(&self, rules: &AlertRules, now: Timestamp) -> Due {
        let open = || {
            self.stages(rules)
                .filter(|(stage, _)| Some(*stage) > self.passed)
        };
        let due = open().filter(|(_, at)| *at <= now);
        let stage = due.map(|(stage, _)| stage).max();
        let reached = stage.or(self.passed);
        let later = open().filter(|(stage, at)| Some(*stage) > reached && *at > now);
        let next = later.map(|(_, at)| at).min();
        Due { stage, next }
    }

    /// All stages, each with its time. What would come after the order is overdue does not.
    fn stages(&self, rules: &AlertRules) -> impl Iterator<Item = (Stage, Timestamp)> {
        let after = |minutes: u32| self.placed_at.plus_seconds(minutes.saturating_mul(60));
        let overdue = rules.overdue_minutes;
        let reminders = rules.reminders.iter().copied();
        let reminders = reminders.filter(move |minutes| *minutes < overdue);
        let reminders = reminders.map(move |minutes| (Stage::Reminder(minutes), after(minutes)));
        [(Stage::New, self.notice_at)]
            .into_iter()
            .chain(reminders)
            .chain([(Stage::Overdue, after(overdue))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACED: i64 = 1_795_221_000_000;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(PLACED + seconds * 1000)
    }

    fn watch(somebody_looks: bool, passed: Option<Stage>) -> Watch {
        Watch {
            order: OrderId(1),
            placed_at: at(0),
            notice_at: notice_at(at(0), &AlertRules::default(), somebody_looks),
            passed,
        }
    }

    fn due(watch: &Watch, seconds: i64) -> (Option<Stage>, Option<i64>) {
        let due = watch.due(&AlertRules::default(), at(seconds));
        let next = due.next.map(|next| (next.millis() - PLACED) / 1000);
        (due.stage, next)
    }

    #[test]
    fn an_order_is_told_at_once_where_nobody_looks_and_later_where_somebody_does() {
        assert_eq!(due(&watch(false, None), 0), (Some(Stage::New), Some(120)));
        let watched = watch(true, None);
        assert_eq!(due(&watched, 0), (None, Some(60)));
        assert_eq!(due(&watched, 59), (None, Some(60)));
        assert_eq!(due(&watched, 60), (Some(Stage::New), Some(120)));
    }

    #[test]
    fn each_stage_comes_once_and_after_the_last_one_nothing() {
        let passed = |stage| watch(false, Some(stage));
        assert_eq!(due(&passed(Stage::New), 119), (None, Some(120)));
        let two = Stage::Reminder(2);
        assert_eq!(due(&passed(Stage::New), 120), (Some(two), Some(300)));
        assert_eq!(due(&passed(two), 121), (None, Some(300)));
        let ten = Stage::Reminder(10);
        assert_eq!(due(&passed(ten), 900), (Some(Stage::Overdue), None));
        assert_eq!(due(&passed(Stage::Overdue), 9_000), (None, None));
    }

    #[test]
    fn of_what_is_due_at_the_same_time_the_last_is_told() {
        let ten = Stage::Reminder(10);
        assert_eq!(due(&watch(true, None), 601), (Some(ten), Some(900)));
        assert_eq!(
            due(&watch(false, None), 86_400),
            (Some(Stage::Overdue), None)
        );
        // A wait that is longer than the first reminder.
        let rules = AlertRules {
            wait_seconds: 130,
            ..AlertRules::default()
        };
        let late = Watch {
            notice_at: notice_at(at(0), &rules, true),
            ..watch(true, None)
        };
        let two = Some(Stage::Reminder(2));
        assert_eq!(late.due(&rules, at(125)).stage, two);
        let told = Watch {
            passed: two,
            ..late
        };
        assert_eq!(told.due(&rules, at(131)).stage, None);
    }

    #[test]
    fn rules_that_change_on_the_way_tell_nothing_twice() {
        let rules = AlertRules {
            reminders: vec![1, 3],
            overdue_minutes: 3,
            ..AlertRules::default()
        };
        let told = watch(false, Some(Stage::Reminder(2)));
        let due = told.due(&rules, at(150));
        assert_eq!((due.stage, due.next), (None, Some(at(180))));
        assert_eq!(told.due(&rules, at(180)).stage, Some(Stage::Overdue));
    }

    #[test]
    fn a_clock_that_is_set_back_only_waits() {
        assert_eq!(due(&watch(false, None), -3_600), (None, Some(0)));
    }
}
