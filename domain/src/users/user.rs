//! Those who work in the back office.

use crate::Timestamp;
use delivery::ReaderId;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The identity of an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub i64);

impl From<UserId> for ReaderId {
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}

/// What an administrator may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Owns the shop.
    Owner,
    /// Works in it.
    Staff,
}

impl Role {
    /// The name in the API and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Staff => "staff",
        }
    }
}

/// The text names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a role is owner or staff")]
pub struct NotARole;

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "owner" => Ok(Self::Owner),
            "staff" => Ok(Self::Staff),
            _ => Err(NotARole),
        }
    }
}

/// An administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The identity.
    pub id: UserId,
    /// The name to sign in with, and the one that colleagues see.
    pub name: String,
    /// What this administrator may do.
    pub role: Role,
}

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
}

/// A user with what it takes to check a password.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Who.
    pub user: User,
    /// The password's hash (PHC string).
    pub password_hash: String,
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
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// The longest name that a user may have, in characters.
pub const MAX_NAME: usize = 40;

/// The shortest password that is taken, in characters.
pub const MIN_PASSWORD: usize = 8;

/// The longest password that is taken, in characters: hashing has to end.
pub const MAX_PASSWORD: usize = 200;
