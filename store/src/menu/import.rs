//! Adding and changing dishes by a table.

use super::{change::tell, done::Done, read, rows::insert_category};
use crate::{
    json::json,
    writer::{Failure, Write},
};
use domain::{
    audit::AuditAction,
    language::Localized,
    menu::{
        CategoryId, ItemFields,
        sheet::{ImportError, Imported, MenuImport, Place},
    },
    users::User,
};
use serde::Serialize;
use sqlx::SqliteConnection;

/// A dish, as the statements below take it.
#[derive(Serialize)]
struct Row<'a> {
    /// Its identity; `None` for a new one.
    id: Option<i64>,
    category: i64,
    fields: &'a ItemFields,
    visible: bool,
    keep_stock: bool,
}

/// Does what [`domain::ports::Menu::import_menu`] says: each step is one statement for
/// all dishes, so that orders don't wait for long.
pub(super) async fn import(
    write: &mut Write<'_>,
    import: MenuImport,
    by: User,
) -> Result<Imported, Failure<ImportError>> {
    let menu = read::menu(&mut *write.db, &*write.context.clock).await?;
    import.seen.check(&menu).map_err(Failure::Refused)?;
    let mut new = Vec::new();
    for name in &import.categories {
        new.push(insert_category(&mut *write.db, name).await?);
    }
    let place = |place| match place {
        Place::Known(id) => Some(id),
        Place::New(place) => new.get(place).copied(),
    };
    let added = import.added.iter().map(|added| {
        let place = place(added.place);
        row(None, place, &added.fields, added.visible, false)
    });
    let changed = import.changed.iter().map(|changed| {
        let (id, place) = (Some(changed.id.0), place(changed.place));
        row(
            id,
            place,
            &changed.fields,
            changed.visible,
            changed.keep_stock,
        )
    });
    let added: Vec<_> = added.collect::<Result<_, _>>()?;
    let changed: Vec<_> = changed.collect::<Result<_, _>>()?;
    let imported = Imported {
        added: added.len(),
        changed: changed.len(),
    };
    insert(&mut *write.db, &json(&added)?).await?;
    update(&mut *write.db, &json(&changed)?).await?;
    let done = Done {
        // In no language: how many are new, and how many are other than they were.
        detail: format!("+{} ~{}", imported.added, imported.changed),
        ..Done::of(AuditAction::MenuImported, Localized::default())
    };
    tell(write, done, by).await?;
    Ok(imported)
}

fn row(
    id: Option<i64>,
    category: Option<CategoryId>,
    fields: &ItemFields,
    visible: bool,
    keep_stock: bool,
) -> Result<Row<'_>, Failure<ImportError>> {
    // A plan names only categories that it has.
    let category = category.ok_or(Failure::Refused(ImportError::Outdated))?.0;
    Ok(Row {
        id,
        category,
        fields,
        visible,
        keep_stock,
    })
}

/// Adds dishes, each at the end of its category.
async fn insert(db: &mut SqliteConnection, rows: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        insert into items (
            category_id, position, name_zh, name_en, description_zh, description_en,
            price, stock, marks, visible
        )
        select
            value ->> 'category',
            key + 1 + (
                select coalesce(max(position), 0) from items
                where category_id = value ->> 'category'
            ),
            value ->> '$.fields.name.zh', value ->> '$.fields.name.en',
            value ->> '$.fields.description.zh', value ->> '$.fields.description.en',
            value ->> '$.fields.price', value ->> '$.fields.stock',
            value -> '$.fields.marks', value ->> 'visible'
        from json_each(?)
        ",
        rows,
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn update(db: &mut SqliteConnection, rows: &str) -> Result<(), sqlx::Error> {
    sqlx::query!(
        r"
        update items set
            category_id = value ->> 'category',
            name_zh = value ->> '$.fields.name.zh',
            name_en = value ->> '$.fields.name.en',
            description_zh = value ->> '$.fields.description.zh',
            description_en = value ->> '$.fields.description.en',
            price = value ->> '$.fields.price',
            stock = iif(value ->> 'keep_stock', stock, value ->> '$.fields.stock'),
            marks = value -> '$.fields.marks',
            visible = value ->> 'visible',
            version = version + 1
        from json_each(?)
        where items.id = value ->> 'id'
        ",
        rows,
    )
    .execute(db)
    .await?;
    Ok(())
}
