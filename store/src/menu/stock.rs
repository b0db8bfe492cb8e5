//! What is left of items of which there is a limited number.

use crate::json::json;
use domain::menu::ItemId;
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Takes what was sold of items of which there is a limited number.
pub(crate) async fn take(
    db: &mut SqliteConnection,
    sold: &HashMap<ItemId, u32>,
) -> Result<(), sqlx::Error> {
    if sold.is_empty() {
        return Ok(());
    }
    let sold = json(sold)?;
    sqlx::query!(
        r"
        update items set stock = stock - sold.value
        from json_each(?) as sold where items.id = cast(sold.key as integer)
        ",
        sold,
    )
    .execute(db)
    .await?;
    Ok(())
}
