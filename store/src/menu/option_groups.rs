//! Rows of groups of options, and the groups that they make.

use crate::json::{corrupt, json};
use domain::{
    language::Localized,
    menu::{
        OptionGroupId,
        options::{OptionGroup, OptionGroupFields},
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
