//! Changing categories.

use super::{
    done::{Changed, Done},
    read::items_in,
    rows::insert_category,
};
use crate::{
    json::json,
    writer::{Failure, Write},
};
use domain::{
    audit::AuditAction,
    language::{Language, Localized},
    menu::{CategoryFields, CategoryId, CategoryName, MenuError},
};

pub(super) async fn add(write: &mut Write<'_>, name: Localized) -> Changed {
    insert_category(&mut *write.db, &name).await?;
    Ok(Done::of(AuditAction::CategoryAdded, name))
}

pub(super) async fn edit(
    write: &mut Write<'_>,
    known: &CategoryName,
    fields: CategoryFields,
) -> Changed {
    let CategoryFields { name, station } = fields;
    sqlx::query!(
        "update categories set name_zh = ?, name_en = ?, station = ? where id = ?",
        name.zh,
        name.en,
        station,
        known.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    let mut detail = format!("→ {}", name.get(Language::default()));
    if station != known.station {
        detail.push_str(" · ");
        detail.push_str(station.as_deref().unwrap_or("–"));
    }
    Ok(Done {
        detail,
        ..Done::of(AuditAction::CategoryRenamed, known.name.clone())
    })
}

/// Puts the categories in an order, for the sake of one of them.
pub(super) async fn sort(
    write: &mut Write<'_>,
    known: &CategoryName,
    order: &[CategoryId],
) -> Changed {
    let order = json(order)?;
    sqlx::query!(
        r"
        update categories set position = place.key
        from json_each(?) as place where place.value = categories.id
        ",
        order,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(AuditAction::CategoryMoved, known.name.clone()))
}

pub(super) async fn delete(write: &mut Write<'_>, known: &CategoryName) -> Changed {
    if !items_in(&mut *write.db, known.id).await?.is_empty() {
        return Err(Failure::Refused(MenuError::NotEmpty));
    }
    // Items that were deleted before go with it.
    sqlx::query!("delete from items where category_id = ?", known.id.0)
        .execute(&mut *write.db)
        .await?;
    sqlx::query!("delete from categories where id = ?", known.id.0)
        .execute(&mut *write.db)
        .await?;
    Ok(Done::of(AuditAction::CategoryDeleted, known.name.clone()))
}
