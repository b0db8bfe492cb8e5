//! The port through which programs and their keys are kept.

use super::Unavailable;
use crate::sender::Program;
use async_trait::async_trait;

/// A program's key was not added or revoked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The name is blank, too long, or unreadable.
    #[error("a name has 1 to 40 characters, on one line")]
    Name,
    /// The name is taken.
    #[error("there is a key of that name already")]
    Taken,
    /// There is no key of that name.
    #[error("there is no such key")]
    Unknown,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Programs and their keys.
#[async_trait]
pub trait Programs: Send + Sync {
    /// Keeps a key, by its hash.
    async fn add_key(&self, name: &str, key_hash: &[u8]) -> Result<(), KeyError>;

    /// Sees to it that the key of that name opens nothing any more.
    async fn revoke_key(&self, name: &str) -> Result<(), KeyError>;

    /// The program whose key has that hash.
    async fn program(&self, key_hash: &[u8]) -> Result<Option<Program>, Unavailable>;
}
