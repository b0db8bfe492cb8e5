//! Filling an empty menu.

use super::rows::{insert, insert_category};
use crate::writer::{Failure, Write};
use domain::{Unavailable, menu::NewCategory};

/// Fills an empty menu; says whether it was empty.
pub(super) async fn fill(
    write: &mut Write<'_>,
    categories: Vec<NewCategory>,
) -> Result<bool, Failure<Unavailable>> {
    let known = sqlx::query_scalar!(
        r#"select (select count(*) from items) + (select count(*) from categories) as "known!: i64""#
    )
    .fetch_one(&mut *write.db)
    .await?;
    if known > 0 {
        return Ok(false);
    }
    for category in &categories {
        let id = insert_category(&mut *write.db, &category.name).await?;
        for item in &category.items {
            insert(&mut *write.db, id, item).await?;
        }
    }
    Ok(true)
}
