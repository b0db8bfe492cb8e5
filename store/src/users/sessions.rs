//! Sessions.

use super::rows::user;
use crate::{
    SqliteStore,
    diagnostics::failed,
    json::json,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    language::Language,
    ports::Sessions,
    users::{NewSession, OpenSession, Session, SessionId, UserId},
};
use futures::future::BoxFuture;
use sqlx::SqliteExecutor;

#[async_trait]
impl Sessions for SqliteStore {
    async fn open_session(&self, session: NewSession) -> Result<bool, Unavailable> {
        self.write("open a session", |write| Box::pin(open(write, session)))
            .await
    }

    async fn session(&self, id: &SessionId) -> Result<Option<Session>, Unavailable> {
        let (db, asked, now) = (self.readers.clone(), id.clone(), self.clock.now());
        let lookup = async move {
            let found = find(&db, &asked, now).await;
            found.map_err(failed("look a session up"))
        };
        self.sessions.find(id, lookup).await
    }

    async fn note_use(&self, id: &SessionId, at: Timestamp) -> Result<(), Unavailable> {
        let id = id.clone();
        self.write("note that a session is used", move |write| {
            Box::pin(note_use(write, id, at))
        })
        .await
    }

    async fn sessions_of(&self, user: UserId) -> Result<Vec<OpenSession>, Unavailable> {
        let open = of_user(&self.readers, user, self.clock.now()).await;
        open.map_err(failed("read a user's sessions"))
    }

    async fn ended_sessions(&self, ids: &[SessionId]) -> Result<Vec<SessionId>, Unavailable> {
        let ended = ended(&self.readers, ids, self.clock.now()).await;
        ended.map_err(failed("look for ended sessions"))
    }

    async fn close_session(&self, id: &SessionId) -> Result<(), Unavailable> {
        let id = id.clone();
        self.write_of_sessions("close a session", |write| Box::pin(close(write, id)))
            .await
    }
}

impl SqliteStore {
    /// As [`Self::write`], where sessions end or change: what was looked up before is told to
    /// nobody who asks after it.
    pub(super) async fn write_of_sessions<T, E, F>(
        &self,
        operation: &'static str,
        work: F,
    ) -> Result<T, E>
    where
        F: for<'a, 'w> FnOnce(&'a mut Write<'w>) -> BoxFuture<'a, Result<T, Failure<E>>>
            + Send
            + 'static,
        T: Send + 'static,
        E: From<Unavailable> + Send + 'static,
    {
        let written = self.write(operation, work).await;
        self.sessions.forget_all();
        written
    }
}

async fn note_use(
    write: &mut Write<'_>,
    id: SessionId,
    at: Timestamp,
) -> Result<(), Failure<Unavailable>> {
    let at = at.millis();
    sqlx::query!(
        "update sessions set used_at = ? where token_hash = ?",
        at,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}

/// The sessions of a user that have not ended.
async fn of_user(
    db: impl SqliteExecutor<'_>,
    user: UserId,
    now: Timestamp,
) -> Result<Vec<OpenSession>, sqlx::Error> {
    let now = now.millis();
    let rows = sqlx::query!(
        r"
        select token_hash, device, created_at, used_at from sessions
        where user_id = ? and expires_at > ?
        order by used_at desc
        ",
        user.0,
        now,
    )
    .fetch_all(db)
    .await?;
    let open = rows.into_iter().map(|row| OpenSession {
        id: SessionId(row.token_hash),
        device: row.device,
        created_at: Timestamp::from_millis(row.created_at),
        used_at: Timestamp::from_millis(row.used_at),
    });
    Ok(open.collect())
}

/// The session, unless it has ended.
async fn find(
    db: impl SqliteExecutor<'_>,
    id: &SessionId,
    now: Timestamp,
) -> Result<Option<Session>, sqlx::Error> {
    let now = now.millis();
    let row = sqlx::query!(
        r"
        select users.id, name, role, language, used_at
        from sessions join users on users.id = sessions.user_id
        where token_hash = ? and expires_at > ?
        ",
        id.0,
        now,
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Session {
        id: id.clone(),
        user: user(row.id, row.name, &row.role)?,
        language: row.language.and_then(|code| Language::from_tag(&code)),
        used_at: Timestamp::from_millis(row.used_at),
    }))
}

/// Those of the sessions that have ended, in one question however many they
/// are.
async fn ended(
    db: impl SqliteExecutor<'_>,
    ids: &[SessionId],
    now: Timestamp,
) -> Result<Vec<SessionId>, sqlx::Error> {
    let asked = json(&ids.iter().map(SessionId::hex).collect::<Vec<_>>())?;
    let now = now.millis();
    let ended = sqlx::query_scalar!(
        r#"
        select unhex(value) as "id!: Vec<u8>" from json_each(?)
        where not exists (
            select 1 from sessions where token_hash = unhex(value) and expires_at > ?
        )
        "#,
        asked,
        now,
    )
    .fetch_all(db)
    .await?;
    Ok(ended.into_iter().map(SessionId).collect())
}

/// Opens a session, unless its user changed meanwhile, and forgets those that
/// have ended.
async fn open(write: &mut Write<'_>, session: NewSession) -> Result<bool, Failure<Unavailable>> {
    let created_at = session.created_at.millis();
    let expires_at = session.expires_at.millis();
    sqlx::query!("delete from sessions where expires_at <= ?", created_at)
        .execute(&mut *write.db)
        .await?;
    let opened = sqlx::query!(
        r"
        insert into sessions (token_hash, user_id, device, created_at, used_at, expires_at)
        select ?1, id, ?2, ?3, ?3, ?4 from users
        where id = ?5 and password_hash = ?6 and disabled_at is null
        ",
        session.id.0,
        session.device,
        created_at,
        expires_at,
        session.user.0,
        session.password_hash,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(opened.rows_affected() == 1)
}

async fn close(write: &mut Write<'_>, id: SessionId) -> Result<(), Failure<Unavailable>> {
    sqlx::query!("delete from sessions where token_hash = ?", id.0)
        .execute(&mut *write.db)
        .await?;
    Ok(())
}
