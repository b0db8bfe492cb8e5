//! What is left of items of which there is a limited number.

use crate::json::json;
use domain::menu::ItemId;
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Takes what was sold of items of which there is a limited number, or gives back what is
/// less than 0. Says of which of them nothing is left now, or some again.
pub(crate) async fn take<Count>(
    db: &mut SqliteConnection,
    sold: &HashMap<ItemId, Count>,
) -> Result<Vec<ItemId>, sqlx::Error>
where
    Count: Copy + Into<i64> + Serialize + Sync,
{
    if sold.is_empty() {
        return Ok(Vec::new());
    }
    let rows = json(sold)?;
    let left = sqlx::query!(
        r#"
        update items set stock = stock - sold.value
        from json_each(?) as sold where items.id = cast(sold.key as integer)
        returning items.id as "id!", stock
        "#,
        rows,
    )
    .fetch_all(db)
    .await?;
    // All of these are limited.
    let turned = left.into_iter().filter_map(|item| {
        let (id, now) = (ItemId(item.id), item.stock?);
        let before = now + (*sold.get(&id)?).into();
        ((now == 0) != (before == 0)).then_some(id)
    });
    Ok(turned.collect())
}
