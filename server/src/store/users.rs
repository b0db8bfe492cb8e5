//! Users.

use super::{
    SqliteStore, events, sessions, unavailable,
    write::{Failure, Outcome, Write},
    writer::Terms,
};
use async_trait::async_trait;
use domain::{
    ports::{AddUserError, ChangeUserError, Credentials, NewSession, Unavailable, Users},
    user::{Role, Session, SessionId, User, UserId},
};
use sqlx::{SqliteConnection, SqliteExecutor};

#[async_trait]
impl Users for SqliteStore {
    async fn count(&self) -> Result<u32, Unavailable> {
        sqlx::query_scalar!(r#"select count(*) as "count: u32" from users"#)
            .fetch_one(&self.readers)
            .await
            .map_err(unavailable)
    }

    async fn names(&self) -> Result<Vec<String>, Unavailable> {
        sqlx::query_scalar!("select name from users where disabled_at is null order by name")
            .fetch_all(&self.readers)
            .await
            .map_err(unavailable)
    }

    async fn add(&self, name: &str, role: Role, password_hash: &str) -> Result<User, AddUserError> {
        let (name, hash) = (name.to_owned(), password_hash.to_owned());
        self.write(|reply| Write::AddUser(name, role, hash, reply))
            .await
    }

    async fn credentials(&self, name: &str) -> Result<Option<Credentials>, Unavailable> {
        by_name(&self.readers, name).await.map_err(unavailable)
    }

    async fn set_password(&self, name: &str, password_hash: &str) -> Result<(), ChangeUserError> {
        let (name, hash) = (name.to_owned(), password_hash.to_owned());
        self.write(|reply| Write::SetPassword(name, hash, reply))
            .await
    }

    async fn set_disabled(&self, name: &str, disabled: bool) -> Result<(), ChangeUserError> {
        let name = name.to_owned();
        self.write(|reply| Write::SetDisabled(name, disabled, reply))
            .await
    }

    async fn open_session(&self, session: NewSession) -> Result<bool, Unavailable> {
        self.write(|reply| Write::OpenSession(session, reply)).await
    }

    async fn session(&self, id: &SessionId) -> Result<Option<Session>, Unavailable> {
        let now = self.calendar.now();
        self.lookups.find(&self.readers, id, now).await
    }

    async fn ended_sessions(&self, ids: &[SessionId]) -> Result<Vec<SessionId>, Unavailable> {
        let now = self.calendar.now();
        let ended = sessions::ended(&self.readers, ids, now).await;
        ended.map_err(unavailable)
    }

    async fn close_session(&self, id: &SessionId) -> Result<(), Unavailable> {
        let closed = self.write(|reply| Write::CloseSession(id.clone(), reply));
        let closed = closed.await;
        self.lookups.forget(id);
        closed
    }
}

pub(super) fn user(id: i64, name: String, role: &str) -> Result<User, sqlx::Error> {
    Ok(User {
        id: UserId(id),
        name,
        role: role.parse().map_err(events::corrupt)?,
    })
}

/// The user of that name, whatever the case of its letters, unless disabled.
pub(super) async fn by_name(
    db: impl SqliteExecutor<'_>,
    name: &str,
) -> Result<Option<Credentials>, sqlx::Error> {
    let row = sqlx::query!(
        r"
        select id, name, role, password_hash from users
        where name = ? and disabled_at is null
        ",
        name
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Credentials {
        user: user(row.id, row.name, &row.role)?,
        password_hash: row.password_hash,
    }))
}

pub(super) async fn add(
    db: &mut SqliteConnection,
    terms: &Terms,
    name: String,
    role: Role,
    password_hash: &str,
) -> Outcome<User, AddUserError> {
    let (role_name, now) = (role.as_str(), terms.calendar.now().millis());
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
    .fetch_optional(db)
    .await?;
    let id = id.ok_or(Failure::Refused(AddUserError::Taken))?;
    let user = User {
        id: UserId(id),
        name,
        role,
    };
    Ok((user, None))
}

pub(super) async fn set_password(
    db: &mut SqliteConnection,
    name: &str,
    password_hash: &str,
) -> Outcome<(), ChangeUserError> {
    let id = sqlx::query_scalar!(
        r#"update users set password_hash = ? where name = ? returning id as "id!""#,
        password_hash,
        name,
    )
    .fetch_optional(&mut *db)
    .await?;
    end_sessions(db, id).await
}

pub(super) async fn set_disabled(
    db: &mut SqliteConnection,
    terms: &Terms,
    name: &str,
    disabled: bool,
) -> Outcome<(), ChangeUserError> {
    let at = disabled.then(|| terms.calendar.now().millis());
    let id = sqlx::query_scalar!(
        r#"update users set disabled_at = ? where name = ? returning id as "id!""#,
        at,
        name,
    )
    .fetch_optional(&mut *db)
    .await?;
    end_sessions(db, id).await
}

/// Ends the sessions of the user that was changed, if there is one.
async fn end_sessions(
    db: &mut SqliteConnection,
    user: Option<i64>,
) -> Outcome<(), ChangeUserError> {
    let user = user.ok_or(Failure::Refused(ChangeUserError::Unknown))?;
    sqlx::query!("delete from sessions where user_id = ?", user)
        .execute(db)
        .await?;
    Ok(((), None))
}
