//! Groups of options: reading and changing them.

use super::done::{Changed, Done};
use crate::{
    json::{corrupt, json},
    writer::{Failure, Write},
};
use domain::{
    audit::AuditAction,
    language::Localized,
    menu::{
        Direction, MenuError, OptionGroupId, moved,
        options::{MAX_OPTION_GROUPS, OptionGroup, OptionGroupFields},
    },
};
use sqlx::SqliteConnection;

/// All groups of options, in the shop's order.
pub(super) async fn all(db: &mut SqliteConnection) -> Result<Vec<OptionGroup>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select
            id, name_zh, name_en, selection, required as "required: bool", choices,
            last_choice as "last_choice: u32", version as "version: u32"
        from option_groups
        where deleted_at is null
        order by position, id
        "#
    )
    .fetch_all(db)
    .await?;
    let groups = rows.into_iter().map(|row| {
        Ok(OptionGroup {
            id: OptionGroupId(row.id),
            fields: OptionGroupFields {
                name: Localized {
                    zh: row.name_zh,
                    en: row.name_en,
                },
                selection: row.selection.parse().map_err(corrupt)?,
                required: row.required,
                choices: serde_json::from_str(&row.choices).map_err(corrupt)?,
            },
            version: row.version,
            last_choice: row.last_choice,
        })
    });
    groups.collect()
}

/// Adds a group at the end.
pub(super) async fn insert(
    db: &mut SqliteConnection,
    fields: OptionGroupFields,
) -> Result<OptionGroupId, sqlx::Error> {
    let (fields, last_choice) = fields.numbered(None);
    let (selection, choices) = (fields.selection.as_str(), json(&fields.choices)?);
    let id = sqlx::query_scalar!(
        r"
        insert into option_groups (
            position, name_zh, name_en, selection, required, choices, last_choice
        )
        values ((select coalesce(max(position), 0) + 1 from option_groups), ?, ?, ?, ?, ?, ?)
        returning id
        ",
        fields.name.zh,
        fields.name.en,
        selection,
        fields.required,
        choices,
        last_choice,
    )
    .fetch_one(db)
    .await?;
    Ok(OptionGroupId(id))
}

pub(super) async fn add(write: &mut Write<'_>, fields: OptionGroupFields) -> Changed {
    if all(&mut *write.db).await?.len() >= MAX_OPTION_GROUPS {
        return Err(Failure::Refused(MenuError::TooManyOptions));
    }
    let name = fields.name.clone();
    insert(&mut *write.db, fields).await?;
    Ok(Done::of(AuditAction::OptionsAdded, name))
}

pub(super) async fn edit(
    write: &mut Write<'_>,
    id: OptionGroupId,
    version: u32,
    fields: OptionGroupFields,
) -> Changed {
    let known = find(write, id).await?;
    if known.version != version {
        return Err(Failure::Refused(MenuError::OptionsConflict(Box::new(
            known,
        ))));
    }
    let (fields, last_choice) = fields.numbered(Some(&known));
    let (selection, choices) = (fields.selection.as_str(), json(&fields.choices)?);
    sqlx::query!(
        r"
        update option_groups set
            name_zh = ?, name_en = ?, selection = ?, required = ?, choices = ?,
            last_choice = ?, version = version + 1
        where id = ?
        ",
        fields.name.zh,
        fields.name.en,
        selection,
        fields.required,
        choices,
        last_choice,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(AuditAction::OptionsChanged, known.fields.name))
}

pub(super) async fn shift(write: &mut Write<'_>, id: OptionGroupId, way: Direction) -> Changed {
    let known = find(write, id).await?;
    let groups = all(&mut *write.db).await?;
    let order = groups.iter().map(|group| group.id).collect();
    let order = json(&moved(order, &id, way))?;
    sqlx::query!(
        r"
        update option_groups set position = place.key
        from json_each(?) as place where place.value = option_groups.id
        ",
        order,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(AuditAction::OptionsMoved, known.fields.name))
}

pub(super) async fn delete(write: &mut Write<'_>, id: OptionGroupId) -> Changed {
    let known = find(write, id).await?;
    let now = write.context.clock.now().millis();
    sqlx::query!(
        "update option_groups set deleted_at = ? where id = ?",
        now,
        id.0
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(AuditAction::OptionsDeleted, known.fields.name))
}

pub(super) async fn restore(write: &mut Write<'_>, id: OptionGroupId) -> Changed {
    let restored = sqlx::query!(
        r"
        update option_groups set deleted_at = null
        where id = ? and deleted_at is not null
        returning name_zh, name_en
        ",
        id.0,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let restored = restored.ok_or(Failure::Refused(MenuError::NotFound))?;
    let name = Localized {
        zh: restored.name_zh,
        en: restored.name_en,
    };
    Ok(Done::of(AuditAction::OptionsRestored, name))
}

async fn find(write: &mut Write<'_>, id: OptionGroupId) -> Result<OptionGroup, Failure<MenuError>> {
    let mut groups = all(&mut *write.db).await?.into_iter();
    let found = groups.find(|group| group.id == id);
    found.ok_or(Failure::Refused(MenuError::NotFound))
}
