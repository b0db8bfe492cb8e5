//! Changing items.

use super::{
    done::{Changed, Done},
    rows::insert,
};
use crate::{
    json::json,
    settings,
    writer::{Failure, Write},
};
use domain::{
    audit::AuditAction,
    language::Localized,
    menu::{CategoryId, Item, ItemFields, ItemId, MenuError},
};

pub(super) async fn add(
    write: &mut Write<'_>,
    category: CategoryId,
    fields: ItemFields,
) -> Changed {
    let id = insert(&mut *write.db, category, &fields).await?;
    Ok(Done {
        action: AuditAction::ItemAdded,
        subject: fields.name,
        detail: String::new(),
        item: Some(id),
    })
}

pub(super) async fn edit(
    write: &mut Write<'_>,
    known: &Item,
    category: CategoryId,
    fields: ItemFields,
) -> Changed {
    let (price, marks) = (fields.price.minor(), json(&fields.marks)?);
    let options = json(&fields.options)?;
    sqlx::query!(
        r"
        update items set
            category_id = ?, name_zh = ?, name_en = ?, description_zh = ?, description_en = ?,
            price = ?, stock = ?, marks = ?, options = ?,
            version = version + 1
        where id = ?
        ",
        category.0,
        fields.name.zh,
        fields.name.en,
        fields.description.zh,
        fields.description.en,
        price,
        fields.stock,
        marks,
        options,
        known.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    let currency = settings::currency(write).await?;
    let (before, after) = (known.fields.price, fields.price);
    let detail = match before == after {
        true => String::new(),
        false => format!("{} → {}", before.display(currency), after.display(currency)),
    };
    Ok(Done {
        detail,
        ..Done::of_item(AuditAction::ItemChanged, known)
    })
}

/// Puts the items of a category in an order, for the sake of one of them.
pub(super) async fn sort(write: &mut Write<'_>, known: &Item, order: &[ItemId]) -> Changed {
    let order = json(order)?;
    sqlx::query!(
        r"
        update items set position = place.key
        from json_each(?) as place where place.value = items.id
        ",
        order,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of_item(AuditAction::ItemMoved, known))
}

pub(super) async fn show(write: &mut Write<'_>, known: &Item, visible: bool) -> Changed {
    sqlx::query!(
        "update items set visible = ? where id = ?",
        visible,
        known.id.0
    )
    .execute(&mut *write.db)
    .await?;
    let action = match visible {
        true => AuditAction::ItemShown,
        false => AuditAction::ItemHidden,
    };
    Ok(Done::of_item(action, known))
}

pub(super) async fn sell_out(write: &mut Write<'_>, known: &Item, sold_out: bool) -> Changed {
    let clock = &write.context.clock;
    let day = sold_out.then(|| clock.day(clock.now()));
    sqlx::query!(
        "update items set sold_out_on = ? where id = ?",
        day,
        known.id.0
    )
    .execute(&mut *write.db)
    .await?;
    let action = match sold_out {
        true => AuditAction::ItemSoldOut,
        false => AuditAction::ItemBack,
    };
    Ok(Done::of_item(action, known))
}

pub(super) async fn delete(write: &mut Write<'_>, known: &Item) -> Changed {
    let now = write.context.clock.now().millis();
    sqlx::query!(
        "update items set deleted_at = ? where id = ?",
        now,
        known.id.0
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of_item(AuditAction::ItemDeleted, known))
}

pub(super) async fn restore(write: &mut Write<'_>, id: ItemId) -> Changed {
    let restored = sqlx::query!(
        r"
        update items set deleted_at = null
        where id = ? and deleted_at is not null
        returning name_zh, name_en
        ",
        id.0,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let restored = restored.ok_or(Failure::Refused(MenuError::NotFound))?;
    Ok(Done {
        action: AuditAction::ItemRestored,
        subject: Localized {
            zh: restored.name_zh,
            en: restored.name_en,
        },
        detail: String::new(),
        item: Some(id),
    })
}
