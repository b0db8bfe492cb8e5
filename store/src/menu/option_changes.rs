//! Changing the groups of options.

use super::{
    change::tell,
    done::{Changed, Done},
    option_groups::{all, insert},
};
use crate::{
    json::json,
    writer::{Failure, Write},
};
use domain::{
    audit::AuditAction,
    language::Localized,
    menu::{
        Direction, MenuError, OptionGroupId, moved,
        options::{MAX_OPTION_GROUPS, OptionGroup, OptionGroupChange, OptionGroupFields},
    },
    users::User,
};

/// Does what [`domain::ports::Menu::change_option_groups`] says.
pub(super) async fn change(
    write: &mut Write<'_>,
    change: OptionGroupChange,
    by: User,
) -> Result<(), Failure<MenuError>> {
    let groups = all(&mut *write.db).await?;
    let done = match change {
        OptionGroupChange::Add(fields) => add(write, &groups, fields).await?,
        OptionGroupChange::Edit {
            group,
            version,
            fields,
        } => edit(write, find(&groups, group)?, version, fields).await?,
        OptionGroupChange::Move(id, way) => shift(write, &groups, find(&groups, id)?, way).await?,
        OptionGroupChange::Delete(id) => delete(write, find(&groups, id)?).await?,
        OptionGroupChange::Restore(id) => restore(write, id).await?,
    };
    tell(write, done, by).await?;
    Ok(())
}

fn find(groups: &[OptionGroup], id: OptionGroupId) -> Result<&OptionGroup, Failure<MenuError>> {
    let found = groups.iter().find(|group| group.id == id);
    found.ok_or(Failure::Refused(MenuError::NotFound))
}

async fn add(write: &mut Write<'_>, groups: &[OptionGroup], fields: OptionGroupFields) -> Changed {
    if groups.len() >= MAX_OPTION_GROUPS {
        return Err(Failure::Refused(MenuError::TooManyOptions));
    }
    let name = fields.name.clone();
    insert(&mut *write.db, fields).await?;
    Ok(Done::of(AuditAction::OptionsAdded, name))
}

async fn edit(
    write: &mut Write<'_>,
    known: &OptionGroup,
    version: u32,
    fields: OptionGroupFields,
) -> Changed {
    if known.version != version {
        return Err(Failure::Refused(MenuError::OptionsConflict(Box::new(
            known.clone(),
        ))));
    }
    let (fields, last_choice) = fields.numbered(Some(known));
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
        known.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(
        AuditAction::OptionsChanged,
        known.fields.name.clone(),
    ))
}

async fn shift(
    write: &mut Write<'_>,
    groups: &[OptionGroup],
    known: &OptionGroup,
    way: Direction,
) -> Changed {
    let order = groups.iter().map(|group| group.id).collect();
    let order = json(&moved(order, &known.id, way))?;
    sqlx::query!(
        r"
        update option_groups set position = place.key
        from json_each(?) as place where place.value = option_groups.id
        ",
        order,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(
        AuditAction::OptionsMoved,
        known.fields.name.clone(),
    ))
}

async fn delete(write: &mut Write<'_>, known: &OptionGroup) -> Changed {
    let now = write.context.clock.now().millis();
    sqlx::query!(
        "update option_groups set deleted_at = ? where id = ?",
        now,
        known.id.0
    )
    .execute(&mut *write.db)
    .await?;
    Ok(Done::of(
        AuditAction::OptionsDeleted,
        known.fields.name.clone(),
    ))
}

async fn restore(write: &mut Write<'_>, id: OptionGroupId) -> Changed {
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
