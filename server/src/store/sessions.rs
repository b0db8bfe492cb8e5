//! Sessions.

use super::{events::json, users, write::Outcome};
use crate::vault::hex;
use domain::{
    ports::{NewSession, Unavailable},
    time::Timestamp,
    user::{Session, SessionId},
};
use sqlx::{SqliteConnection, SqliteExecutor};

/// The session, unless it has ended.
pub(super) async fn find(
    db: impl SqliteExecutor<'_>,
    id: &SessionId,
    now: Timestamp,
) -> Result<Option<Session>, sqlx::Error> {
    let now = now.millis();
    let row = sqlx::query!(
        r"
        select users.id, name, role
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
        user: users::user(row.id, row.name, &row.role)?,
    }))
}

/// Those of the sessions that have ended, in one question however many they
/// are.
pub(super) async fn ended(
    db: impl SqliteExecutor<'_>,
    ids: &[SessionId],
    now: Timestamp,
) -> Result<Vec<SessionId>, sqlx::Error> {
    let asked = json(&ids.iter().map(|id| hex(&id.0)).collect::<Vec<_>>())?;
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
pub(super) async fn open(
    db: &mut SqliteConnection,
    session: NewSession,
) -> Outcome<bool, Unavailable> {
    let created_at = session.created_at.millis();
    let expires_at = session.expires_at.millis();
    sqlx::query!("delete from sessions where expires_at <= ?", created_at)
        .execute(&mut *db)
        .await?;
    let opened = sqlx::query!(
        r"
        insert into sessions (token_hash, user_id, created_at, expires_at)
        select ?, id, ?, ? from users
        where id = ? and password_hash = ? and disabled_at is null
        ",
        session.id.0,
        created_at,
        expires_at,
        session.user.0,
        session.password_hash,
    )
    .execute(db)
    .await?;
    Ok((opened.rows_affected() == 1, None))
}

pub(super) async fn close(db: &mut SqliteConnection, id: &SessionId) -> Outcome<(), Unavailable> {
    sqlx::query!("delete from sessions where token_hash = ?", id.0)
        .execute(db)
        .await?;
    Ok(((), None))
}
