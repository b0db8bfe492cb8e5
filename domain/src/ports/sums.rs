//! The port through which a shop's days are counted, and closed.

use crate::{
    Timestamp, Unavailable,
    sums::{Close, CloseError, Day, DayClosing, DayFacts, DayTally, KeptDay},
    users::User,
};
use async_trait::async_trait;

/// What a shop's days came to.
#[async_trait]
pub trait Sums: Send + Sync {
    /// What there is to count of a day: its orders, and of all else what belongs to
    /// orders that were placed until then.
    async fn day_facts(&self, day: Day, until: Timestamp) -> Result<DayFacts, Unavailable>;

    /// A day, with how it was closed.
    async fn kept_day(&self, day: Day) -> Result<KeptDay, Unavailable>;

    /// Up to `limit` days with orders before `before`, and those of them that were
    /// closed.
    async fn days(
        &self,
        before: Option<Day>,
        limit: u32,
    ) -> Result<(Vec<DayTally>, Vec<DayClosing>), Unavailable>;

    /// Keeps the sums of a day where [`Close::decide`] lets it be closed, and notes who
    /// did it. Nothing is done to a day that was closed.
    async fn close_day(&self, close: Close, by: &User) -> Result<(), CloseError>;
}
