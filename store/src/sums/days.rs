//! Days: one, and many in a list.

use super::{closing, facts, later};
use crate::json::corrupt;
use domain::{
    money::Money,
    sums::{Day, DayClosing, DayTally, KeptDay},
};
use sqlx::SqliteConnection;

/// What there is of a day.
pub(super) async fn one(db: &mut SqliteConnection, day: Day) -> Result<KeptDay, sqlx::Error> {
    let day = day.to_string();
    let closing = closing::read(&mut *db, &day, &day).await?.pop();
    let later = match closing {
        Some(_) => later::read(&mut *db, &day).await?,
        None => Vec::new(),
    };
    Ok(KeptDay {
        facts: facts::read(db, &day, i64::MAX).await?,
        closing,
        later,
    })
}

/// The orders of up to `limit` days before `before`, and those of the days that were
/// closed.
pub(super) async fn list(
    db: &mut SqliteConnection,
    before: Option<Day>,
    limit: u32,
) -> Result<(Vec<DayTally>, Vec<DayClosing>), sqlx::Error> {
    // No day comes after it: digits come before letters.
    let before = before.map_or_else(|| "end".to_owned(), |day| day.to_string());
    let tallies = count(&mut *db, &before, limit).await?;
    let days = tallies.iter().map(|tally| tally.day);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        return Ok((tallies, Vec::new()));
    };
    let (first, last) = (first.to_string(), last.to_string());
    let closings = closing::read(db, &first, &last).await?;
    Ok((tallies, closings))
}

async fn count(
    db: &mut SqliteConnection,
    before: &str,
    limit: u32,
) -> Result<Vec<DayTally>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        -- From day to day by the index, and not from order to order.
        with recursive shown (day, place) as (
            select max(day), 1 from orders where day < ?1
            union all
            select (select max(day) from orders where orders.day < shown.day), place + 1
            from shown
            where shown.day is not null and place < ?2
        )
        select
            orders.day as "day!: String", status as "status!: String",
            count(*) as "count!: u32", sum(total) as "total!: i64",
            sum(refunded) as "refunded!: i64",
            sum(closed_version is not version) as "later!: u32"
        from shown
        join orders on orders.day = shown.day
        group by orders.day, status
        "#,
        before,
        limit,
    )
    .fetch_all(db)
    .await?;
    let tallies = rows.into_iter().map(|row| {
        Ok(DayTally {
            day: row.day.parse().map_err(corrupt)?,
            status: row.status.parse().map_err(corrupt)?,
            count: row.count,
            total: Money::from_minor(row.total),
            refunded: Money::from_minor(row.refunded),
            later: row.later,
        })
    });
    tallies.collect()
}
