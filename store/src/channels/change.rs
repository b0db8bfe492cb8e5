//! Changing channels.

use super::rows;
use crate::{
    audit::note,
    json::json,
    writer::{Failure, Write},
};
use domain::{
    audit::{AuditAction, Author, NewAuditEntry},
    channels::{Channel, ChannelChange, ChannelError, ChannelFields, ChannelId, MAX_CHANNELS},
    users::UserId,
    validation::{Field, Reason, ValidationErrors},
};

/// Does what [`domain::ports::Channels::change_channel`] says.
pub(super) async fn change(
    write: &mut Write<'_>,
    change: ChannelChange,
    by: UserId,
) -> Result<ChannelId, Failure<ChannelError>> {
    let channels = rows::all(&mut *write.db).await?;
    let (id, action, subject) = match change {
        ChannelChange::Add(fields) => {
            let id = add(write, &channels, &fields).await?;
            (id, AuditAction::ChannelAdded, fields.name)
        }
        ChannelChange::Edit {
            channel,
            version,
            fields,
        } => {
            if find(&channels, channel)?.version != version {
                return Err(Failure::Refused(ChannelError::Conflict));
            }
            edit(write, channel, &fields).await?;
            (channel, AuditAction::ChannelChanged, fields.name)
        }
        ChannelChange::Enable(id, is_enabled) => {
            let known = find(&channels, id)?;
            enable(write, id, is_enabled).await?;
            let action = match is_enabled {
                true => AuditAction::ChannelEnabled,
                false => AuditAction::ChannelDisabled,
            };
            (id, action, known.fields.name.clone())
        }
        ChannelChange::Delete(id) => {
            let known = find(&channels, id)?;
            // Its alerts go with it.
            sqlx::query!("delete from channels where id = ?", id.0)
                .execute(&mut *write.db)
                .await?;
            (id, AuditAction::ChannelDeleted, known.fields.name.clone())
        }
    };
    let entry = NewAuditEntry {
        by: Author::User(by),
        action,
        subject,
        detail: String::new(),
    };
    note(write, entry).await?;
    Ok(id)
}

fn find(channels: &[Channel], id: ChannelId) -> Result<&Channel, Failure<ChannelError>> {
    let found = channels.iter().find(|channel| channel.id == id);
    found.ok_or(Failure::Refused(ChannelError::NotFound))
}

async fn add(
    write: &mut Write<'_>,
    channels: &[Channel],
    fields: &ChannelFields,
) -> Result<ChannelId, Failure<ChannelError>> {
    if channels.len() >= MAX_CHANNELS {
        let no_more = Reason::NoMore { max: MAX_CHANNELS };
        let fault = ValidationErrors::only(Field::ChannelName, no_more);
        return Err(Failure::Refused(fault.into()));
    }
    let destination = json(&fields.destination)?;
    let id = sqlx::query_scalar!(
        "insert into channels (name, destination) values (?, ?) returning id",
        fields.name,
        destination,
    )
    .fetch_one(&mut *write.db)
    .await?;
    Ok(ChannelId(id))
}

async fn edit(
    write: &mut Write<'_>,
    id: ChannelId,
    fields: &ChannelFields,
) -> Result<(), sqlx::Error> {
    let destination = json(&fields.destination)?;
    sqlx::query!(
        "update channels set name = ?, destination = ?, version = version + 1 where id = ?",
        fields.name,
        destination,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

async fn enable(write: &mut Write<'_>, id: ChannelId, is_enabled: bool) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update channels set enabled = ?, version = version + 1 where id = ?",
        is_enabled,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    if !is_enabled {
        sqlx::query!(
            "update channel_alerts set state = 'dropped' where channel_id = ? and state = 'waiting'",
            id.0,
        )
        .execute(&mut *write.db)
        .await?;
    }
    Ok(())
}
