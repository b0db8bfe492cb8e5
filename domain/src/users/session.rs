//! Sessions: who is signed in, where, and since when.

use super::{User, UserId};
use crate::{Timestamp, language::Language};
use std::fmt::Write;

/// What a session is known by: the hash of its token. The token itself is
/// nowhere kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SessionId(pub Vec<u8>);

/// A session that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identity.
    pub id: SessionId,
    /// Whose it is.
    pub user: User,
    /// The language that the user has chosen for all devices; `None` where each browser
    /// says it.
    pub language: Option<Language>,
    /// When it was last used, give or take some minutes.
    pub used_at: Timestamp,
}

/// A session, as it is kept.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its identity.
    pub id: SessionId,
    /// Whose it is.
    pub user: UserId,
    /// The hash that the password was checked against. Where the user has
    /// another by now, no session is opened.
    pub password_hash: String,
    /// What the browser calls itself; possibly nothing.
    pub device: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// A session, as its user sees it among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// Its identity.
    pub id: SessionId,
    /// What the browser calls itself (`User-Agent`); possibly nothing.
    pub device: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last used, give or take some minutes.
    pub used_at: Timestamp,
}

impl SessionId {
    /// The identity in hexadecimal digits, for forms.
    pub fn hex(&self) -> String {
        let empty = String::with_capacity(2 * self.0.len());
        self.0.iter().fold(empty, |mut text, byte| {
            // Writing to a string can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
