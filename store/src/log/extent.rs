//! From where to where the log goes.

use delivery::Seq;
use sqlx::{SqliteConnection, SqliteExecutor};

/// The newest event of the log; 0 where there is none.
pub(crate) async fn head(db: impl SqliteExecutor<'_>) -> Result<Seq, sqlx::Error> {
    // Not the newest row: pruned events were told, too. An expression, because
    // sqlx can't describe a column that was declared without a type.
    let seq = sqlx::query_scalar!(
        r#"select max(seq) as "seq: i64" from sqlite_sequence where name = 'events'"#
    )
    .fetch_one(db)
    .await?;
    Ok(Seq(seq.unwrap_or_default()))
}

/// The newest event that was pruned.
pub(crate) async fn pruned(db: &mut SqliteConnection) -> Result<Seq, sqlx::Error> {
    let pruned = sqlx::query_scalar!("select pruned from log").fetch_one(db);
    Ok(Seq(pruned.await?))
}
