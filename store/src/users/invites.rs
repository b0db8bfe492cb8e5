//! Links that let somebody in once.

use super::{
    changes::{end_sessions, insert},
    rows::user,
};
use crate::{
    SqliteStore,
    audit::note,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    ports::Invites,
    users::{AcceptInviteError, Invite, InvitePurpose, NewInvite, User},
};
use sqlx::SqliteExecutor;

#[async_trait]
impl Invites for SqliteStore {
    async fn invite(&self, invite: NewInvite, by: Author) -> Result<(), Unavailable> {
        self.write("make a link", |write| Box::pin(make(write, invite, by)))
            .await
    }

    async fn find_invite(&self, token_hash: &[u8]) -> Result<Option<Invite>, Unavailable> {
        let found = find(&self.readers, token_hash, self.clock.now()).await;
        found.map_err(failed("look a link up"))
    }

    async fn join(
        &self,
        token_hash: &[u8],
        name: &str,
        password_hash: &str,
    ) -> Result<User, AcceptInviteError> {
        let (token, name) = (token_hash.to_vec(), name.to_owned());
        let password = password_hash.to_owned();
        self.write("join by a link", |write| {
            Box::pin(join(write, token, name, password))
        })
        .await
    }

    async fn reset_password(
        &self,
        token_hash: &[u8],
        password_hash: &str,
    ) -> Result<User, AcceptInviteError> {
        let (token, password) = (token_hash.to_vec(), password_hash.to_owned());
        self.write_of_sessions("choose a password by a link", |write| {
            Box::pin(reset(write, token, password))
        })
        .await
    }
}

async fn make(
    write: &mut Write<'_>,
    invite: NewInvite,
    by: Author,
) -> Result<(), Failure<Unavailable>> {
    let now = write.context.clock.now().millis();
    let expires_at = invite.expires_at.millis();
    let (role, user, action, subject) = match &invite.purpose {
        InvitePurpose::Join(role) => {
            let role = role.as_str();
            (Some(role), None, AuditAction::UserInvited, role)
        }
        InvitePurpose::Reset(user) => {
            let name = user.name.as_str();
            (None, Some(user.id.0), AuditAction::UserResetLink, name)
        }
    };
    // Those that nobody can use any more.
    sqlx::query!("delete from invites where expires_at <= ?", now)
        .execute(&mut *write.db)
        .await?;
    sqlx::query!(
        r"
        insert into invites (token_hash, role, user_id, created_at, expires_at)
        values (?, ?, ?, ?, ?)
        ",
        invite.token_hash,
        role,
        user,
        now,
        expires_at,
    )
    .execute(&mut *write.db)
    .await?;
    let entry = NewAuditEntry {
        by,
        action,
        subject: subject.to_owned(),
        detail: String::new(),
    };
    Ok(note(write, entry).await?)
}

async fn find(
    db: impl SqliteExecutor<'_>,
    token_hash: &[u8],
    now: Timestamp,
) -> Result<Option<Invite>, sqlx::Error> {
    let now = now.millis();
    let row = sqlx::query!(
        r#"
        select
            invites.role, expires_at,
            users.id as "user?", users.name as "name?", users.role as "user_role?"
        from invites
        left join users on users.id = invites.user_id
        where token_hash = ? and expires_at > ?
        "#,
        token_hash,
        now,
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let purpose = match (row.role, row.user.zip(row.name).zip(row.user_role)) {
        (Some(role), _) => InvitePurpose::Join(role.parse().map_err(corrupt)?),
        (None, Some(((id, name), role))) => InvitePurpose::Reset(user(id, name, &role)?),
        (None, None) => return Ok(None),
    };
    Ok(Some(Invite {
        purpose,
        expires_at: Timestamp::from_millis(row.expires_at),
    }))
}

/// Takes a link: nobody else can use it then.
async fn take(
    write: &mut Write<'_>,
    token: &[u8],
) -> Result<InvitePurpose, Failure<AcceptInviteError>> {
    let now = write.context.clock.now();
    let found = find(&mut *write.db, token, now).await?;
    let invite = found.ok_or(Failure::Refused(AcceptInviteError::Gone))?;
    sqlx::query!("delete from invites where token_hash = ?", token)
        .execute(&mut *write.db)
        .await?;
    Ok(invite.purpose)
}

async fn join(
    write: &mut Write<'_>,
    token: Vec<u8>,
    name: String,
    password_hash: String,
) -> Result<User, Failure<AcceptInviteError>> {
    let InvitePurpose::Join(role) = take(write, &token).await? else {
        return Err(Failure::Refused(AcceptInviteError::Gone));
    };
    let joined = insert(write, &name, role, &password_hash).await?;
    let user = joined.ok_or(Failure::Refused(AcceptInviteError::Taken))?;
    // Each start of a shop that was not set up has made a link: none of them works for
    // anybody else.
    sqlx::query!("delete from invites where (select count(*) from users) = 1")
        .execute(&mut *write.db)
        .await?;
    let entry = NewAuditEntry {
        by: Author::User(user.id),
        action: AuditAction::UserJoined,
        subject: name,
        detail: role.as_str().to_owned(),
    };
    note(write, entry).await?;
    Ok(user)
}

async fn reset(
    write: &mut Write<'_>,
    token: Vec<u8>,
    password_hash: String,
) -> Result<User, Failure<AcceptInviteError>> {
    let InvitePurpose::Reset(user) = take(write, &token).await? else {
        return Err(Failure::Refused(AcceptInviteError::Gone));
    };
    sqlx::query!(
        "update users set password_hash = ? where id = ?",
        password_hash,
        user.id.0,
    )
    .execute(&mut *write.db)
    .await?;
    end_sessions(write, user.id, None).await?;
    let entry = NewAuditEntry {
        by: Author::User(user.id),
        action: AuditAction::UserPassword,
        subject: user.name.clone(),
        detail: String::new(),
    };
    note(write, entry).await?;
    Ok(user)
}
