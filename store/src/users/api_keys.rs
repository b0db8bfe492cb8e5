//! Programs and their keys.

use crate::{
    SqliteStore,
    diagnostics::failed,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    messages::{ApiKey, ApiKeyId},
    ports::ApiKeys,
    users::KeyError,
};

#[async_trait]
impl ApiKeys for SqliteStore {
    async fn add_key(&self, name: &str, key_hash: &[u8]) -> Result<(), KeyError> {
        let (name, hash) = (name.to_owned(), key_hash.to_vec());
        self.write("add a key", |write| Box::pin(add(write, name, hash)))
            .await
    }

    async fn revoke_key(&self, name: &str) -> Result<(), KeyError> {
        let name = name.to_owned();
        self.write("revoke a key", |write| Box::pin(revoke(write, name)))
            .await
    }

    async fn api_key(&self, key_hash: &[u8]) -> Result<Option<ApiKey>, Unavailable> {
        let row = sqlx::query!(
            "select id, name from api_keys where key_hash = ? and revoked_at is null",
            key_hash,
        )
        .fetch_optional(&self.readers)
        .await
        .map_err(failed("look a key up"))?;
        Ok(row.map(|row| ApiKey {
            id: ApiKeyId(row.id),
            name: row.name,
        }))
    }
}

async fn add(
    write: &mut Write<'_>,
    name: String,
    key_hash: Vec<u8>,
) -> Result<(), Failure<KeyError>> {
    let now = write.context.clock.now().millis();
    let added = sqlx::query!(
        r"
        insert into api_keys (name, key_hash, created_at) values (?, ?, ?)
        on conflict (name) where revoked_at is null do nothing
        ",
        name,
        key_hash,
        now,
    )
    .execute(&mut *write.db)
    .await?;
    match added.rows_affected() {
        0 => Err(Failure::Refused(KeyError::Taken)),
        _ => Ok(()),
    }
}

async fn revoke(write: &mut Write<'_>, name: String) -> Result<(), Failure<KeyError>> {
    let now = write.context.clock.now().millis();
    let revoked = sqlx::query!(
        "update api_keys set revoked_at = ? where name = ? and revoked_at is null",
        now,
        name,
    )
    .execute(&mut *write.db)
    .await?;
    match revoked.rows_affected() {
        0 => Err(Failure::Refused(KeyError::Unknown)),
        _ => Ok(()),
    }
}
