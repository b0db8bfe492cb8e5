//! The port through which the keys of programs are kept.

use crate::{
    Unavailable,
    users::{ApiKey, KeyError, KeyScope},
};
use async_trait::async_trait;

/// Programs and their keys.
#[async_trait]
pub trait ApiKeys: Send + Sync {
    /// Keeps a key and what it is for, by its hash.
    async fn add_key(&self, name: &str, key_hash: &[u8], scope: KeyScope) -> Result<(), KeyError>;

    /// Sees to it that the key of that name opens nothing any more.
    async fn revoke_key(&self, name: &str) -> Result<(), KeyError>;

    /// The program whose key has that hash.
    async fn api_key(&self, key_hash: &[u8]) -> Result<Option<ApiKey>, Unavailable>;
}
