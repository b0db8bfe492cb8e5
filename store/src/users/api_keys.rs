//! Programs and their keys.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    ports::ApiKeys,
    users::{ApiKey, ApiKeyId, KeyError, KeyScope},
};

#[async_trait]
impl ApiKeys for SqliteStore {
    async fn add_key(&self, name: &str, key_hash: &[u8], scope: KeyScope) -> Result<(), KeyError> {
        let (name, hash) = (name.to_owned(), key_hash.to_vec());
        self.write("add a key", move |write| {
            Box::pin(add(write, name, hash, scope))
        })
        .await
    }

    async fn revoke_key(&self, name: &str) -> Result<(), KeyError> {
        let name = name.to_owned();
        self.write("revoke a key", |write| Box::pin(revoke(write, name)))
            .await
    }

    async fn api_key(&self, key_hash: &[u8]) -> Result<Option<ApiKey>, Unavailable> {
        let row = sqlx::query!(
            "select id, name, scope from api_keys where key_hash = ? and revoked_at is null",
            key_hash,
        )
        .fetch_optional(&self.readers)
        .await
        .map_err(failed("look a key up"))?;
        let key = row.map(|row| api_key(row.id, row.name, &row.scope));
        key.transpose().map_err(failed("look a key up"))
    }
}

/// A program, from its columns.
pub(crate) fn api_key(id: i64, name: String, scope: &str) -> Result<ApiKey, sqlx::Error> {
    Ok(ApiKey {
        id: ApiKeyId(id),
        name,
        scope: scope.parse().map_err(corrupt)?,
    })
}

async fn add(
    write: &mut Write<'_>,
    name: String,
    key_hash: Vec<u8>,
    scope: KeyScope,
) -> Result<(), Failure<KeyError>> {
    let (now, scope) = (write.context.clock.now().millis(), scope.as_str());
    let added = sqlx::query!(
        r"
        insert into api_keys (name, key_hash, created_at, scope) values (?, ?, ?, ?)
        on conflict (name) where revoked_at is null do nothing
        ",
        name,
        key_hash,
        now,
        scope,
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
