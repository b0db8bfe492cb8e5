//! Secrets: random tokens, and passwords hashed with Argon2id (RFC 9106).

use argon2::{
    Argon2, PasswordHash, PasswordHasher, PasswordVerifier,
    password_hash::{self, SaltString},
};
use async_trait::async_trait;
use domain::{Unavailable, ports::Secrets};
use rand::{TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};
use std::{fmt::Write, sync::Arc};
use tokio::{sync::Semaphore, task};

/// Hashing takes 19 MiB each: more than this many at once would let anyone
/// fill the memory by signing in.
const HASHERS: usize = 2;

/// Secrets from the system's source of randomness.
pub(crate) struct SystemSecrets {
    hashers: Arc<Semaphore>,
    /// The hash of no password, checked where there is no user, so that an
    /// unknown name takes as long as a wrong password.
    nobody: String,
}

impl SystemSecrets {
    /// # Errors
    /// The system has no randomness to give.
    pub(crate) fn new() -> Result<Self, password_hash::Error> {
        Ok(Self {
            hashers: Arc::new(Semaphore::new(HASHERS)),
            nobody: hash(&random_hex())?,
        })
    }

    /// Runs `work` beside the server's threads, a few at a time.
    async fn hashing<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unavailable> {
        let permit = self.hashers.clone().acquire_owned().await;
        let permit = permit.map_err(|_| Unavailable)?;
        let working = task::spawn_blocking(move || {
            // Until it is done, whether or not anybody still waits for it.
            let _permit = permit;
            work()
        });
        working.await.map_err(|_| Unavailable)
    }
}

#[async_trait]
impl Secrets for SystemSecrets {
    fn token(&self) -> String {
        random_hex()
    }

    fn token_hash(&self, token: &str) -> Vec<u8> {
        // A token has 128 random bits: there is nothing to guess, so the hash
        // may be a fast one.
        Sha256::digest(token).to_vec()
    }

    async fn password_hash(&self, password: String) -> Result<String, Unavailable> {
        self.hashing(move || hash(&password))
            .await?
            .map_err(|cause| {
                tracing::error!(%cause, "a password could not be hashed");
                Unavailable
            })
    }

    async fn verify(&self, password: String, hash: Option<String>) -> bool {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobody.clone());
        let verified = self.hashing(move || {
            let hash = PasswordHash::new(&hash)?;
            Argon2::default().verify_password(password.as_bytes(), &hash)
        });
        known && matches!(verified.await, Ok(Ok(())))
    }
}

fn hash(password: &str) -> Result<String, password_hash::Error> {
    let salt = SaltString::encode_b64(&random_bytes())?;
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt)?;
    Ok(hash.to_string())
}

/// 128 random bits.
fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    if let Err(cause) = OsRng.try_fill_bytes(&mut bytes) {
        // A token that can be guessed would be worse than no server.
        tracing::error!(%cause, "the system gives no random numbers");
        std::process::abort();
    }
    bytes
}

/// 128 random bits as 32 hexadecimal digits.
pub(crate) fn random_hex() -> String {
    hex(&random_bytes())
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let empty = String::with_capacity(2 * bytes.len());
    bytes.iter().fold(empty, |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn what_nobody_waits_for_any_more_takes_its_place_until_it_is_done() {
        let secrets = SystemSecrets::new().unwrap();
        let (begin, begun) = oneshot::channel();
        let (end, ended) = mpsc::channel::<()>();
        let working = secrets.hashing(move || {
            begin.send(()).unwrap();
            ended.recv().unwrap();
        });
        tokio::select! {
            _ = working => panic!("it ended by itself"),
            begun = begun => begun.unwrap(),
        }
        assert_eq!(secrets.hashers.available_permits(), HASHERS - 1);
        end.send(()).unwrap();
        let all = secrets.hashers.acquire_many(HASHERS as u32).await;
        assert!(all.is_ok());
    }
}
