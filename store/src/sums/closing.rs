//! Closing a day, and days that were closed.

use super::facts;
use crate::{
    audit::note,
    json::{corrupt, json},
    log,
    settings::currency,
    writer::{Failure, Write},
};
use domain::{
    Timestamp,
    audit::{AuditAction, Author, NewAuditEntry},
    events::Event,
    sums::{Close, CloseError, DayClosed, DayClosing},
    users::User,
};
use sqlx::{SqliteConnection, SqliteExecutor};

/// Keeps the sums of a day as they are, and which version each of its orders has.
pub(super) async fn close(
    write: &mut Write<'_>,
    close: Close,
    by: User,
) -> Result<(), Failure<CloseError>> {
    let day = close.day.to_string();
    if !read(&mut *write.db, &day, &day).await?.is_empty() {
        return Ok(());
    }
    let facts = facts::read(&mut *write.db, &day, i64::MAX).await?;
    close.decide(&facts).map_err(Failure::Refused)?;
    let currency = currency(write).await?;
    let sums = facts.sums(currency, &*write.context.clock);
    let sums = sums.map_err(corrupt)?;
    let (now, kept) = (write.context.clock.now(), json(&sums)?);
    let at = now.millis();
    sqlx::query!(
        "insert into closed_days (day, at, user_id, sums) values (?, ?, ?, ?)",
        day,
        at,
        by.id.0,
        kept,
    )
    .execute(&mut *write.db)
    .await?;
    mark_orders(&mut *write.db, &day).await?;
    let entry = NewAuditEntry {
        by: Author::User(by.id),
        action: AuditAction::DayClosed,
        subject: day,
        detail: sums.revenue().display(currency),
    };
    note(write, entry).await?;
    let event = Event::Day(DayClosed {
        day: close.day.to_string(),
        by: by.name,
    });
    let event = event.encode(None).map_err(corrupt)?;
    log::append(write, vec![event], now).await?;
    Ok(())
}

/// Notes which orders the sums are of, and how those were then.
async fn mark_orders(db: &mut SqliteConnection, day: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update orders set closed_version = version where day = ?",
        day
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The days of those that were closed, both ends among them.
pub(super) async fn read(
    db: impl SqliteExecutor<'_>,
    first: &str,
    last: &str,
) -> Result<Vec<DayClosing>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select day, at, name as "name!: String", sums
        from closed_days
        join users on users.id = closed_days.user_id
        where day between ? and ?
        "#,
        first,
        last,
    )
    .fetch_all(db)
    .await?;
    let closings = rows.into_iter().map(|row| {
        Ok(DayClosing {
            day: row.day.parse().map_err(corrupt)?,
            at: Timestamp::from_millis(row.at),
            by: row.name,
            sums: serde_json::from_str(&row.sums).map_err(corrupt)?,
        })
    });
    closings.collect()
}
