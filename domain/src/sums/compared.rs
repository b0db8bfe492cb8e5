//! Something of today beside what it was.

use std::cmp::Ordering;

/// What something is today, and what it was on the same weekday of last week. `None` is
/// where there is nothing to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// Today: a count, minor units, or seconds.
    pub now: Option<i64>,
    /// A week before.
    pub before: Option<i64>,
}

/// How both differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It is so much more.
    More(i64),
    /// It is so much less.
    Less(i64),
    /// It is the same.
    Same,
}

impl Compared {
    /// Of both there is something to tell.
    pub fn both(now: impl Into<i64>, before: impl Into<i64>) -> Self {
        Self {
            now: Some(now.into()),
            before: Some(before.into()),
        }
    }

    /// How both differ; `None` where one is not there.
    pub fn difference(self) -> Option<Difference> {
        let (now, before) = (self.now?, self.before?);
        Some(match now.cmp(&before) {
            Ordering::Greater => Difference::More(now.saturating_sub(before)),
            Ordering::Less => Difference::Less(before.saturating_sub(now)),
            Ordering::Equal => Difference::Same,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_values_differ_by_what_one_is_more() {
        assert_eq!(Compared::both(5, 3).difference(), Some(Difference::More(2)));
        assert_eq!(Compared::both(3, 5).difference(), Some(Difference::Less(2)));
        assert_eq!(Compared::both(3, 3).difference(), Some(Difference::Same));
        let alone = Compared {
            now: Some(3),
            before: None,
        };
        assert_eq!(alone.difference(), None);
    }
}
