//! Those who work in the back office.

use delivery::ReaderId;
use serde::{Deserialize, Serialize};
use std::{fmt, num::ParseIntError, str::FromStr};

/// The identity of an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UserId(pub i64);

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for UserId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

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
    /// Runs it day by day.
    Manager,
    /// Works in it.
    Staff,
}

impl Role {
    /// All roles, the one that may do most first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Manager, Self::Staff];

    /// The name in the API and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Staff => "staff",
        }
    }
}

/// The text names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a role is owner, manager or staff")]
pub struct NotARole;

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut roles = Self::ALL.into_iter();
        roles.find(|role| role.as_str() == text).ok_or(NotARole)
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

/// A user with what it takes to check a password.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// Who.
    pub user: User,
    /// The password's hash (PHC string).
    pub password_hash: String,
}

/// The longest name that a user may have, in characters.
pub const MAX_NAME: usize = 40;

/// The shortest password that is taken, in characters.
pub const MIN_PASSWORD: usize = 8;

/// The longest password that is taken, in characters: hashing has to end.
pub const MAX_PASSWORD: usize = 200;
