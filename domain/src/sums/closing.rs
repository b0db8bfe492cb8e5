//! Closing a day: whether it can be, and what is kept of it.

use super::{Day, DayFacts, DaySums, LaterOrder, OpenOrder};
use crate::{Timestamp, Unavailable, policy::Forbidden};
use serde::{Deserialize, Serialize};

/// A wish to close a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Close {
    /// Which day.
    pub day: Day,
    /// The [`DayFacts::stamp`] that was seen: another by now means that other sums would
    /// be kept than those that were looked at.
    pub stamp: i64,
}

/// What the log tells of a day that was closed. What it came to is for those alone who may
/// read sums, so it is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayClosed {
    /// Which day: `2026-11-21`.
    pub day: String,
    /// Who closed it.
    pub by: String,
}

/// A day was not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no order on that day.
    #[error("there is no order on that day")]
    NotFound,
    /// Orders of the day are still open; the day's page says which.
    #[error("orders of the day are still open")]
    StillOpen,
    /// The day's orders have changed since somebody looked.
    #[error("the day's orders have changed")]
    Conflict,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Close {
    /// Lets a day be closed that has orders, none of which is open.
    ///
    /// # Errors
    /// See [`CloseError`].
    pub fn decide(&self, facts: &DayFacts) -> Result<(), CloseError> {
        if facts.orders.is_empty() {
            Err(CloseError::NotFound)
        } else if facts.orders.iter().any(|fact| !fact.status.is_final()) {
            Err(CloseError::StillOpen)
        } else if facts.stamp() != self.stamp {
            Err(CloseError::Conflict)
        } else {
            Ok(())
        }
    }
}

/// A day that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayClosing {
    /// Which day.
    pub day: Day,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Its sums as they were then.
    pub sums: DaySums,
}

/// What a store has of a day, all of one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDay {
    /// What it counts now.
    pub facts: DayFacts,
    /// How the day was closed; `None` while it was not.
    pub closing: Option<DayClosing>,
    /// What happened to its orders after that, oldest first; many are cut off. Nothing
    /// while the day was not closed.
    pub later: Vec<LaterOrder>,
}

/// A day, to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayReport {
    /// Which day.
    pub day: Day,
    /// Its sums as they are now.
    pub now: DaySums,
    /// See [`Close::stamp`].
    pub stamp: i64,
    /// Orders that are still open, oldest first; many are cut off.
    pub open: Vec<OpenOrder>,
    /// How the day was closed; `None` while it was not.
    pub closing: Option<DayClosing>,
    /// What happened to its orders after that, oldest first; many are cut off.
    pub later: Vec<LaterOrder>,
}

impl DayReport {
    /// The sums of the day: those with which it was closed, or else those of now.
    pub fn sums(&self) -> &DaySums {
        let closing = self.closing.as_ref();
        closing.map_or(&self.now, |closing| &closing.sums)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        orders::OrderStatus,
        sums::fixtures::{at, facts, order},
    };

    #[test]
    fn a_day_is_closed_once_nothing_of_it_is_open_and_as_it_was_seen() {
        let day = "2026-11-26".parse().unwrap();
        let decide = |facts: &DayFacts, stamp| Close { day, stamp }.decide(facts);
        let empty = DayFacts::default();
        assert_eq!(decide(&empty, 0), Err(CloseError::NotFound));
        let finished = order(at("12:00"), OrderStatus::Finished, 100);
        let rejected = order(at("12:01"), OrderStatus::Rejected, 100);
        let closed = facts(vec![finished.clone(), rejected]);
        assert_eq!(closed.stamp(), 2);
        assert_eq!(decide(&closed, 2), Ok(()));
        assert_eq!(decide(&closed, 1), Err(CloseError::Conflict));
        for status in OrderStatus::ALL {
            let one = facts(vec![finished.clone(), order(at("12:02"), status, 100)]);
            let expected = match status.is_final() {
                true => Ok(()),
                false => Err(CloseError::StillOpen),
            };
            assert_eq!(decide(&one, 2), expected, "{status}");
        }
    }
}
