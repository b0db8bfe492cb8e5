//! Filling an empty menu.

use super::{
    option_groups,
    rows::{insert, insert_category},
};
use crate::writer::{Failure, Write};
use domain::{
    Unavailable,
    menu::{NewMenu, OptionGroupId},
};

/// Fills an empty menu; says whether it was empty.
pub(super) async fn fill(
    write: &mut Write<'_>,
    menu: NewMenu,
) -> Result<bool, Failure<Unavailable>> {
    let known = sqlx::query_scalar!(
        r#"select (select count(*) from items) + (select count(*) from categories) as "known!: i64""#
    )
    .fetch_one(&mut *write.db)
    .await?;
    if known > 0 {
        return Ok(false);
    }
    let mut groups = Vec::with_capacity(menu.option_groups.len());
    for group in menu.option_groups {
        groups.push(option_groups::insert(&mut *write.db, group).await?);
    }
    for mut category in menu.categories {
        let id = insert_category(&mut *write.db, &category.name).await?;
        for item in &mut category.items {
            let named = item.options.iter();
            item.options = named.filter_map(|place| at(&groups, *place)).collect();
            insert(&mut *write.db, id, item).await?;
        }
    }
    Ok(true)
}

/// The group at a place, from 1.
fn at(groups: &[OptionGroupId], place: OptionGroupId) -> Option<OptionGroupId> {
    let place = usize::try_from(place.0).ok()?.checked_sub(1)?;
    groups.get(place).copied()
}
