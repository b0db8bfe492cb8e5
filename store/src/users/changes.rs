//! Adding and changing users.

use super::rows::user;
use crate::{
    audit::note,
    json::corrupt,
    log,
    writer::{Failure, Write},
};
use domain::{
    Timestamp, Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    events::{AccessChanged, Event},
    language::Language,
    ports::UserKey,
    users::{AddUserError, ChangeUserError, Person, Role, SessionId, User, UserChange, UserId},
};

/// Adds a user; `None` where the name is taken.
pub(super) async fn insert(
    write: &mut Write<'_>,
    name: &str,
    role: Role,
    password_hash: &str,
) -> Result<Option<User>, sqlx::Error> {
    let (role_name, now) = (role.as_str(), write.context.clock.now().millis());
    let id = sqlx::query_scalar!(
        r#"
        insert into users (name, role, password_hash, created_at, messages_seq)
        values (?, ?, ?, ?, (select coalesce(max(seq), 0) from events))
        on conflict (name) do nothing
        returning id
        "#,
        name,
        role_name,
        password_hash,
        now,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let added = |id| User {
        id: UserId(id),
        name: name.to_owned(),
        role,
    };
    Ok(id.map(added))
}

/// Adds a user for the operator.
pub(super) async fn add(
    write: &mut Write<'_>,
    name: String,
    role: Role,
    password_hash: String,
) -> Result<User, Failure<AddUserError>> {
    let added = insert(write, &name, role, &password_hash).await?;
    let user = added.ok_or(Failure::Refused(AddUserError::Taken))?;
    let entry = NewAuditEntry {
        by: Author::Operator,
        action: AuditAction::UserAdded,
        subject: name,
        detail: role.as_str().to_owned(),
    };
    note(write, entry).await?;
    Ok(user)
}

/// Does what [`domain::ports::Users::change_user`] says.
pub(super) async fn change(
    write: &mut Write<'_>,
    key: UserKey,
    change: UserChange,
    by: Author,
) -> Result<User, Failure<ChangeUserError>> {
    let person = find(write, &key).await?;
    let person = person.ok_or(Failure::Refused(ChangeUserError::Unknown))?;
    let owners = count_owners(write).await?;
    change.check(&person, owners).map_err(Failure::Refused)?;
    let before = person.user;
    let (action, detail) = apply(write, &before, &change).await?;
    if change.ends_sessions() {
        let keep = match &change {
            UserChange::Password { keep, .. } => keep.as_ref(),
            _ => None,
        };
        end_sessions(write, before.id, keep).await?;
    }
    let entry = NewAuditEntry {
        by,
        action,
        subject: before.name.clone(),
        detail,
    };
    note(write, entry).await?;
    Ok(match change {
        UserChange::Role(role) => User { role, ..before },
        UserChange::Name(name) => User { name, ..before },
        _ => before,
    })
}

async fn find(write: &mut Write<'_>, key: &UserKey) -> Result<Option<Person>, sqlx::Error> {
    let (id, name) = match key {
        UserKey::Id(id) => (Some(id.0), None),
        UserKey::Name(name) => (None, Some(name)),
    };
    let row = sqlx::query!(
        r#"
        select id, name, role, created_at, disabled_at is not null as "is_disabled!: bool"
        from users where id = ?1 or name = ?2
        "#,
        id,
        name,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Person {
        user: user(row.id, row.name, &row.role)?,
        is_disabled: row.is_disabled,
        created_at: Timestamp::from_millis(row.created_at),
        seen_at: None,
    }))
}

/// How many owners can sign in.
async fn count_owners(write: &mut Write<'_>) -> Result<u32, sqlx::Error> {
    let owner = Role::Owner.as_str();
    sqlx::query_scalar!(
        r#"
        select count(*) as "count: u32" from users where role = ? and disabled_at is null
        "#,
        owner,
    )
    .fetch_one(&mut *write.db)
    .await
}

/// Changes the row, and says what that is called, from what to what.
async fn apply(
    write: &mut Write<'_>,
    user: &User,
    change: &UserChange,
) -> Result<(AuditAction, String), Failure<ChangeUserError>> {
    let id = user.id.0;
    Ok(match change {
        UserChange::Role(role) => {
            let name = role.as_str();
            sqlx::query!("update users set role = ? where id = ?", name, id)
                .execute(&mut *write.db)
                .await?;
            tell_role(write, user.id, *role).await?;
            (
                AuditAction::UserRole,
                format!("{} → {name}", user.role.as_str()),
            )
        }
        UserChange::Name(name) => {
            let renamed =
                sqlx::query!("update or ignore users set name = ? where id = ?", name, id)
                    .execute(&mut *write.db)
                    .await?;
            if renamed.rows_affected() == 0 {
                return Err(Failure::Refused(ChangeUserError::Taken));
            }
            (AuditAction::UserRenamed, format!("{} → {name}", user.name))
        }
        UserChange::Disabled(disabled) => {
            let at = disabled.then(|| write.context.clock.now().millis());
            sqlx::query!("update users set disabled_at = ? where id = ?", at, id)
                .execute(&mut *write.db)
                .await?;
            let action = match disabled {
                true => AuditAction::UserDisabled,
                false => AuditAction::UserEnabled,
            };
            (action, String::new())
        }
        UserChange::Password { hash, .. } => {
            sqlx::query!("update users set password_hash = ? where id = ?", hash, id)
                .execute(&mut *write.db)
                .await?;
            (AuditAction::UserPassword, String::new())
        }
        UserChange::SignOut => (AuditAction::UserSignedOut, String::new()),
    })
}

/// Does what [`domain::ports::Users::set_language`] says. How one reads is nobody
/// else's business: it is not noted.
pub(super) async fn set_language(
    write: &mut Write<'_>,
    user: UserId,
    language: Option<Language>,
) -> Result<(), Failure<Unavailable>> {
    let code = language.map(Language::code);
    sqlx::query!("update users set language = ? where id = ?", code, user.0)
        .execute(&mut *write.db)
        .await?;
    Ok(())
}

/// Tells the user's pages of another role.
async fn tell_role(write: &mut Write<'_>, user: UserId, role: Role) -> Result<(), sqlx::Error> {
    let now = write.context.clock.now();
    let event = Event::Access(AccessChanged { role }).encode(Some(user));
    log::append(write, vec![event.map_err(corrupt)?], now).await?;
    Ok(())
}

/// Ends the sessions of a user, but for the one to keep. Devices that were added in
/// others are told nothing any more: they may be in the hands of somebody else.
pub(super) async fn end_sessions(
    write: &mut Write<'_>,
    user: UserId,
    keep: Option<&SessionId>,
) -> Result<(), sqlx::Error> {
    let keep = keep.map(|id| &*id.0);
    sqlx::query!(
        "delete from sessions where user_id = ? and token_hash is not ?",
        user.0,
        keep,
    )
    .execute(&mut *write.db)
    .await?;
    sqlx::query!(
        "delete from push_subscriptions where user_id = ? and session is not ?",
        user.0,
        keep,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
