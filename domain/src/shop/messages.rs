//! Sending messages, and what became of them; the keys by which programs do so.

use super::Shop;
use crate::{
    Seq, Unavailable,
    messages::{IdempotentRequest, NewPush, PushDraft, PushError, Receipts, Sender},
    policy::{Action, Forbidden},
    text,
    users::{ApiKey, KeyError, KeyScope, MAX_NAME},
};

/// What every key of a program begins with, so that people and scanners know one
/// where they see it.
const KEY_PREFIX: &str = "obk_";

/// What became of a message can't be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptsError {
    /// It is for its sender, and for those who may read others' receipts.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such message.
    #[error("there is no such message")]
    NotFound,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Shop {
    /// Sends a message to one administrator or to all. The same draft again with
    /// the same `key` sends nothing, and gives the message that was sent.
    ///
    /// # Errors
    /// See [`PushError`].
    pub async fn push(
        &self,
        draft: PushDraft,
        from: &Sender,
        key: Option<String>,
    ) -> Result<Seq, PushError> {
        from.actor().check(Action::SendMessages)?;
        let push = NewPush::parse(&draft)?;
        let request = key.map(|key| IdempotentRequest { key, draft });
        self.store.push(push, from, request).await
    }

    /// What became of a message, for whoever sent it, and for those who may read
    /// others' receipts.
    ///
    /// # Errors
    /// See [`ReceiptsError`].
    pub async fn receipts(&self, message: Seq, by: &Sender) -> Result<Receipts, ReceiptsError> {
        let found = self.store.receipts(message).await?;
        let receipts = found.ok_or(ReceiptsError::NotFound)?;
        if receipts.sender != *by {
            by.actor().check(Action::ReadOthersReceipts)?;
        }
        Ok(receipts)
    }

    /// Makes a key for a program, for that use; it is nowhere kept.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub async fn add_key(&self, name: &str, scope: KeyScope) -> Result<String, KeyError> {
        let name = text::line(name, MAX_NAME).map_err(|_| KeyError::Name)?;
        let key = format!("{KEY_PREFIX}{}", self.secrets.token());
        let hash = self.secrets.token_hash(&key);
        self.store.add_key(&name, &hash, scope).await?;
        Ok(key)
    }

    /// The program whose key that is, if any.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn api_key(&self, key: &str) -> Result<Option<ApiKey>, Unavailable> {
        self.store.api_key(&self.secrets.token_hash(key)).await
    }
}
