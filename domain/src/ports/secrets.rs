//! The port through which secrets are made, and recognised again.

use crate::Unavailable;
use async_trait::async_trait;

/// Tokens and passwords.
#[async_trait]
pub trait Secrets: Send + Sync {
    /// A new token that nobody can guess, of letters and digits.
    fn token(&self) -> String;

    /// What is kept of a token.
    fn token_hash(&self, token: &str) -> Vec<u8>;

    /// What is kept of a password (PHC string).
    async fn password_hash(&self, password: String) -> Result<String, Unavailable>;

    /// Whether the password is the one behind the hash. Takes as long without
    /// a hash as with one, so that nobody learns which names exist.
    async fn verify(&self, password: String, hash: Option<String>) -> bool;
}
