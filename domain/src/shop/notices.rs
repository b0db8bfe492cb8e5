//! What popped up, and what of it was read.

use super::{ReadError, Shop};
use crate::{
    Timestamp,
    notices::{MOST_COUNTED, NOTICE_DAYS, Notice, NoticeFilter, ReadNotices},
    policy::{Action, Actor},
    users::User,
};

impl Shop {
    /// Up to `limit` notices of the last days that are for `by`, newest first.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn notices(
        &self,
        filter: NoticeFilter,
        limit: u32,
        by: &User,
    ) -> Result<Vec<Notice>, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        let since = self.notices_since();
        Ok(self.store.notices(by.id, filter, since, limit).await?)
    }

    /// How many of them `by` has not read, counted up to [`MOST_COUNTED`].
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn unread_notices(&self, by: &User) -> Result<u32, ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        let since = self.notices_since();
        let unread = self.store.unread_notices(by.id, since, MOST_COUNTED);
        Ok(unread.await?)
    }

    /// Notes what `by` has read.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub async fn read_notices(&self, read: ReadNotices, by: &User) -> Result<(), ReadError> {
        Actor::from(by).check(Action::ReadOrders)?;
        Ok(self.store.read_notices(by.id, read).await?)
    }

    fn notices_since(&self) -> Timestamp {
        self.clock.now().minus_days(NOTICE_DAYS)
    }
}
