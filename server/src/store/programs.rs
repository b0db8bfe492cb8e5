//! Programs and their keys.

use super::{
    SqliteStore, unavailable,
    write::{Failure, Outcome, Write},
    writer::Terms,
};
use async_trait::async_trait;
use domain::{
    ports::{KeyError, Programs, Unavailable},
    sender::{Program, ProgramId},
};
use sqlx::SqliteConnection;

#[async_trait]
impl Programs for SqliteStore {
    async fn add_key(&self, name: &str, key_hash: &[u8]) -> Result<(), KeyError> {
        let (name, hash) = (name.to_owned(), key_hash.to_vec());
        self.write(|reply| Write::AddKey(name, hash, reply)).await
    }

    async fn revoke_key(&self, name: &str) -> Result<(), KeyError> {
        let name = name.to_owned();
        self.write(|reply| Write::RevokeKey(name, reply)).await
    }

    async fn program(&self, key_hash: &[u8]) -> Result<Option<Program>, Unavailable> {
        let row = sqlx::query!(
            "select id, name from api_keys where key_hash = ? and revoked_at is null",
            key_hash,
        )
        .fetch_optional(&self.readers)
        .await
        .map_err(unavailable)?;
        Ok(row.map(|row| Program {
            id: ProgramId(row.id),
            name: row.name,
        }))
    }
}

pub(super) async fn add_key(
    db: &mut SqliteConnection,
    terms: &Terms,
    name: &str,
    key_hash: &[u8],
) -> Outcome<(), KeyError> {
    let now = terms.calendar.now().millis();
    let added = sqlx::query!(
        r"
        insert into api_keys (name, key_hash, created_at) values (?, ?, ?)
        on conflict (name) where revoked_at is null do nothing
        ",
        name,
        key_hash,
        now,
    )
    .execute(db)
    .await?;
    match added.rows_affected() {
        0 => Err(Failure::Refused(KeyError::Taken)),
        _ => Ok(((), None)),
    }
}

pub(super) async fn revoke_key(
    db: &mut SqliteConnection,
    terms: &Terms,
    name: &str,
) -> Outcome<(), KeyError> {
    let now = terms.calendar.now().millis();
    let revoked = sqlx::query!(
        "update api_keys set revoked_at = ? where name = ? and revoked_at is null",
        now,
        name,
    )
    .execute(db)
    .await?;
    match revoked.rows_affected() {
        0 => Err(Failure::Refused(KeyError::Unknown)),
        _ => Ok(((), None)),
    }
}
