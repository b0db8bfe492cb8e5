//! Those who send messages.

use crate::{
    policy::Actor,
    users::{ApiKey, User},
};

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
            Self::Program(program) => program.into(),
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
