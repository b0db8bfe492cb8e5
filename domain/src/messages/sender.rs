//! Those who send messages.

use crate::{policy::Actor, users::User};

/// The identity of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApiKeyId(pub i64);

/// A program that has a key: it may send messages, and ask what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// The identity.
    pub id: ApiKeyId,
    /// The name that readers see.
    pub name: String,
}

/// Who sends a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// An administrator.
    User(User),
    /// Another program.
    Program(ApiKey),
}

impl Sender {
    /// As what the sender acts.
    pub fn actor(&self) -> Actor {
        match self {
            Self::User(user) => user.into(),
            Self::Program(_) => Actor::Program,
        }
    }

    /// The name that readers see.
    pub fn name(&self) -> &str {
        match self {
            Self::User(user) => &user.name,
            Self::Program(program) => &program.name,
        }
    }
}
