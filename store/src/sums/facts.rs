//! What is counted of a day.

use super::{lines, moves, orders};
use domain::sums::DayFacts;
use sqlx::SqliteConnection;

/// What there is to count of a day's orders, and of the rest what belongs to orders that
/// were placed until then, in milliseconds since the Unix epoch.
pub(super) async fn read(
    db: &mut SqliteConnection,
    day: &str,
    until: i64,
) -> Result<DayFacts, sqlx::Error> {
    Ok(DayFacts {
        orders: orders::alike(&mut *db, day).await?,
        reasons: orders::reasons(&mut *db, day).await?,
        dishes: lines::dishes(&mut *db, day, until).await?,
        options: lines::options(&mut *db, day, until).await?,
        moves: moves::read(&mut *db, day, until).await?,
        open: orders::open(db, day).await?,
    })
}
