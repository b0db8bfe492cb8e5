//! What the shop's days came to, and closing them.

use super::{ReadError, Shop};
use crate::{
    Timestamp, Unavailable,
    policy::{Action, Actor},
    sums::{Close, CloseError, Dashboard, Day, DayReport, DayRow, TooLarge},
    users::User,
};

// No shop has as many orders: where there are, something else is wrong with them.
impl From<TooLarge> for ReadError {
    fn from(_: TooLarge) -> Self {
        Unavailable.into()
    }
}

impl Shop {
    /// The shop's day at that moment.
    ///
    /// # Errors
    /// The clock is out of its mind.
    fn day_of(&self, at: Timestamp) -> Result<Day, Unavailable> {
        self.clock.day(at).parse().map_err(|_| Unavailable)
    }

    /// Today beside the same weekday of last week.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn dashboard(&self, by: &User) -> Result<Dashboard, ReadError> {
        Actor::from(by).check(Action::ReadSums)?;
        let now = self.clock.now();
        let day = self.day_of(now)?;
        let until = Dashboard::week_before(&*self.clock, now);
        let today = self.store.day_facts(day, now).await?;
        let before = self.store.day_facts(day.week_before(), until).await?;
        let clock = &*self.clock;
        Ok(Dashboard::new(day, &today, &before, until, clock)?)
    }

    /// Up to `limit` days with orders before `before`, newest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn days(
        &self,
        before: Option<Day>,
        limit: u32,
        by: &User,
    ) -> Result<Vec<DayRow>, ReadError> {
        Actor::from(by).check(Action::ReadSums)?;
        let (tallies, closings) = self.store.days(before, limit).await?;
        Ok(DayRow::list(&tallies, &closings)?)
    }

    /// A day's sums. `None` where the day has yet to come.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn day(&self, day: Day, by: &User) -> Result<Option<DayReport>, ReadError> {
        Actor::from(by).check(Action::ReadSums)?;
        if day > self.day_of(self.clock.now())? {
            return Ok(None);
        }
        let kept = self.store.kept_day(day).await?;
        let currency = self.settings().currency;
        Ok(Some(DayReport {
            day,
            now: kept.facts.sums(currency, &*self.clock)?,
            stamp: kept.facts.stamp(),
            open: kept.facts.open,
            closing: kept.closing,
            later: kept.later,
        }))
    }

    /// Closes a day: its sums are those of now, whatever becomes of its orders.
    ///
    /// # Errors
    /// See [`CloseError`].
    pub async fn close_day(&self, close: Close, by: &User) -> Result<(), CloseError> {
        Actor::from(by).check(Action::CloseDay)?;
        self.store.close_day(close, by).await
    }
}
