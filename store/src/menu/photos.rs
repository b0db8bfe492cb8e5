//! Which dish has which photo.

use super::done::{Changed, Done};
use crate::{
    json::corrupt,
    writer::{Failure, Write},
};
use domain::{
    ShopClock,
    audit::AuditAction,
    menu::{Item, MenuError, PHOTO_UNDO_SECONDS, PhotoId},
};
use sqlx::SqliteConnection;
use std::collections::HashSet;

/// How much longer a removed photo is kept than it can be brought back, in times of
/// that: its files are not removed while somebody does.
const KEPT_LONGER: i64 = 2;

pub(super) async fn set(write: &mut Write<'_>, known: &Item, photo: PhotoId) -> Changed {
    let photo = String::from(photo);
    sqlx::query!(
        r"
        update items set photo = ?, removed_photo = null, photo_removed_at = null
        where id = ?
        ",
        photo,
        known.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of_item(AuditAction::ItemPhotoSet, known))
}

pub(super) async fn remove(write: &mut Write<'_>, known: &Item) -> Changed {
    if known.photo.is_none() {
        return Err(Failure::Refused(MenuError::NotFound));
    }
    let now = write.context.clock.now().millis();
    sqlx::query!(
        r"
        update items set photo = null, removed_photo = photo, photo_removed_at = ?
        where id = ?
        ",
        now,
        known.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of_item(AuditAction::ItemPhotoRemoved, known))
}

pub(super) async fn restore(write: &mut Write<'_>, known: &Item) -> Changed {
    let since = removed_since(&*write.context.clock, 1);
    let restored = sqlx::query!(
        r"
        update items set photo = removed_photo, removed_photo = null, photo_removed_at = null
        where id = ? and removed_photo is not null and photo_removed_at > ?
        ",
        known.id.0,
        since,
    )
    .execute(&mut *write.db)
    .await?;
    if restored.rows_affected() == 0 {
        return Err(Failure::Refused(MenuError::NotFound));
    }
    Ok(Done::of_item(AuditAction::ItemPhotoSet, known))
}

/// The photos that are needed.
pub(super) async fn in_use(
    db: &mut SqliteConnection,
    clock: &dyn ShopClock,
) -> Result<HashSet<PhotoId>, sqlx::Error> {
    let since = removed_since(clock, KEPT_LONGER);
    let photos = sqlx::query_scalar!(
        r#"
        select photo as "photo!" from items where photo is not null
        union
        select removed_photo from items where removed_photo is not null and photo_removed_at > ?
        "#,
        since,
    )
    .fetch_all(db)
    .await?;
    let photos = photos.into_iter();
    photos
        .map(|photo| photo.try_into().map_err(corrupt))
        .collect()
}

/// Since when photos were removed that can be brought back, or so many times as long.
fn removed_since(clock: &dyn ShopClock, times: i64) -> i64 {
    clock.now().millis() - times * 1000 * i64::from(PHOTO_UNDO_SECONDS)
}
