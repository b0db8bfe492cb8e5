//! What the shop's days came to.
//!
//! | module | what it holds |
//! |---|---|
//! | `orders`, `lines`, `moves` | what is counted of a day's orders, of their lines, and of who moved them on |
//! | `facts` | all of that |
//! | `closing` | closing a day, and days that were closed |
//! | `later` | what happened to their orders after that |
//! | `days` | days in a list |

mod closing;
mod days;
mod facts;
mod later;
mod lines;
mod moves;
mod orders;

use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    ports::Sums,
    sums::{Close, CloseError, Day, DayClosing, DayFacts, DayTally, KeptDay},
    users::User,
};

#[async_trait]
impl Sums for SqliteStore {
    async fn day_facts(&self, day: Day, until: Timestamp) -> Result<DayFacts, Unavailable> {
        let failed = failed("count the orders of a day");
        // One transaction, so that all that is counted is of one moment.
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let facts = facts::read(&mut db, &day.to_string(), until.millis()).await;
        facts.map_err(&failed)
    }

    async fn kept_day(&self, day: Day) -> Result<KeptDay, Unavailable> {
        let failed = failed("read a day");
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let kept = days::one(&mut db, day).await;
        kept.map_err(&failed)
    }

    async fn days(
        &self,
        before: Option<Day>,
        limit: u32,
    ) -> Result<(Vec<DayTally>, Vec<DayClosing>), Unavailable> {
        let failed = failed("read a page of days");
        let mut db = self.readers.begin().await.map_err(&failed)?;
        let days = days::list(&mut db, before, limit).await;
        days.map_err(&failed)
    }

    async fn close_day(&self, close: Close, by: &User) -> Result<(), CloseError> {
        let by = by.clone();
        self.write("close a day", move |write| {
            Box::pin(closing::close(write, close, by))
        })
        .await
    }
}
