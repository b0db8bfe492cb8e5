//! Those who send messages.

use crate::user::User;

/// The identity of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ProgramId(pub i64);

/// A program that has a key: it may send messages, and ask what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The identity.
    pub id: ProgramId,
    /// The name that readers see.
    pub name: String,
}

/// Who sends a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// An administrator.
    User(User),
    /// Another program.
    Program(Program),
}

impl Sender {
    /// The name that readers see.
    pub fn name(&self) -> &str {
        match self {
            Self::User(user) => &user.name,
            Self::Program(program) => &program.name,
        }
    }
}
