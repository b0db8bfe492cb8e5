//! What is left of items of which there is a limited number.

use crate::json::json;
use domain::menu::ItemId;
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Takes what was sold of items of which there is a limited number; says of which of them
/// nothing is left now.
pub(crate) async fn take(
    db: &mut SqliteConnection,
    sold: &HashMap<ItemId, u32>,
) -> Result<Vec<ItemId>, sqlx::Error> {
    if sold.is_empty() {
        return Ok(Vec::new());
    }
    let sold = json(sold)?;
    let left = sqlx::query!(
        r#"
        update items set stock = stock - sold.value
        from json_each(?) as sold where items.id = cast(sold.key as integer)
        returning items.id as "id!", stock
        "#,
        sold,
    )
    .fetch_all(db)
    .await?;
    // All of these were limited, and at least one was sold of each.
    let gone = left.into_iter().filter(|item| item.stock == Some(0));
    Ok(gone.map(|item| ItemId(item.id)).collect())
}
