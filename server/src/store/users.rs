//! Users and their sessions.

use super::{
    SqliteStore, events, unavailable,
    write::{Failure, Outcome, Write},
    writer::Terms,
};
use async_trait::async_trait;
use domain::{
    ports::{AddUserError, Credentials, NewSession, Unavailable, Users},
    user::{Role, User, UserId},
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
        sqlx::query_scalar!("select name from users order by name")
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

    async fn open_session(&self, session: NewSession) -> Result<(), Unavailable> {
        self.write(|reply| Write::OpenSession(session, reply)).await
    }

    async fn session(&self, token_hash: &[u8]) -> Result<Option<User>, Unavailable> {
        let now = self.calendar.now().millis();
        let row = sqlx::query!(
            r#"
            select users.id, name, role
            from sessions join users on users.id = sessions.user_id
            where token_hash = ? and expires_at > ?
            "#,
            token_hash,
            now,
        )
        .fetch_optional(&self.readers)
        .await
        .map_err(unavailable)?;
        let user = row.map(|row| user(row.id, row.name, &row.role)).transpose();
        user.map_err(unavailable)
    }

    async fn close_session(&self, token_hash: &[u8]) -> Result<(), Unavailable> {
        let hash = token_hash.to_vec();
        self.write(|reply| Write::CloseSession(hash, reply)).await
    }
}

fn user(id: i64, name: String, role: &str) -> Result<User, sqlx::Error> {
    Ok(User {
        id: UserId(id),
        name,
        role: role.parse().map_err(events::corrupt)?,
    })
}

/// The user of that name, whatever the case of its letters.
pub(super) async fn by_name(
    db: impl SqliteExecutor<'_>,
    name: &str,
) -> Result<Option<Credentials>, sqlx::Error> {
    let row = sqlx::query!(
        "select id, name, role, password_hash from users where name = ?",
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

/// Opens a session, and forgets those that have ended.
pub(super) async fn open_session(
    db: &mut SqliteConnection,
    session: NewSession,
) -> Outcome<(), Unavailable> {
    let created_at = session.created_at.millis();
    let expires_at = session.expires_at.millis();
    sqlx::query!("delete from sessions where expires_at <= ?", created_at)
        .execute(&mut *db)
        .await?;
    sqlx::query!(
        "insert into sessions (token_hash, user_id, created_at, expires_at) values (?, ?, ?, ?)",
        session.token_hash,
        session.user.0,
        created_at,
        expires_at,
    )
    .execute(db)
    .await?;
    Ok(((), None))
}

pub(super) async fn close_session(
    db: &mut SqliteConnection,
    token_hash: &[u8],
) -> Outcome<(), Unavailable> {
    sqlx::query!("delete from sessions where token_hash = ?", token_hash)
        .execute(db)
        .await?;
    Ok(((), None))
}
