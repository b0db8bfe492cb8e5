//! Between which identities orders have to be looked for.

use domain::orders::search::{Days, OrderQuery, OrderSort, Place};
use sqlx::SqliteConnection;

/// The first day of all, and the last.
const ALL_DAYS: (&str, &str) = ("", "9999-12-31");

/// Between which identities orders have to be looked for, and of which days.
pub(super) struct Span {
    /// The lowest identity.
    pub(super) low: i64,
    /// The highest identity.
    pub(super) high: i64,
    pub(super) from: String,
    pub(super) to: String,
    /// Total and identity of the order at which the page begins or ends, where orders stand
    /// by their totals.
    pub(super) total: i64,
    pub(super) id: i64,
}

/// The days, as the columns have them.
pub(super) fn bounds(days: &Days) -> (String, String) {
    let (first, last) = ALL_DAYS;
    let from = days.from.clone().unwrap_or_else(|| first.to_owned());
    (from, days.to.clone().unwrap_or_else(|| last.to_owned()))
}

/// The span of a query up to the order `until`.
pub(super) async fn of(
    db: &mut SqliteConnection,
    query: &OrderQuery,
    days: &Days,
    until: i64,
) -> Result<Span, sqlx::Error> {
    let (from, to) = bounds(days);
    let (mut low, mut high) = (i64::MIN, until);
    if *days != Days::default() {
        // Identities grow with the days, but for a clock that was set back: so the days
        // themselves are asked for, too.
        let row = sqlx::query!(
            r#"
            select min(id) as "low: i64", max(id) as "high: i64"
            from orders where day between ? and ?
            "#,
            from,
            to,
        )
        .fetch_one(&mut *db)
        .await?;
        low = row.low.unwrap_or(i64::MAX);
        high = high.min(row.high.unwrap_or(i64::MIN));
    }
    let (mut total, mut id) = (i64::MAX, i64::MAX);
    match (query.sort, query.place) {
        (_, Place::Start) => {}
        (OrderSort::Newest, Place::After(last)) | (OrderSort::Oldest, Place::Before(last)) => {
            high = high.min(last.0.saturating_sub(1));
        }
        (OrderSort::Newest, Place::Before(first)) | (OrderSort::Oldest, Place::After(first)) => {
            low = low.max(first.0.saturating_add(1));
        }
        (OrderSort::Highest, Place::After(at) | Place::Before(at)) => {
            let found = sqlx::query_scalar!("select total from orders where id = ?", at.0);
            let found = found.fetch_optional(db).await?;
            // An order that there is not has no place: after it there is nothing.
            (total, id) = (found.unwrap_or(i64::MIN), at.0);
        }
    }
    Ok(Span {
        low,
        high,
        from,
        to,
        total,
        id,
    })
}
