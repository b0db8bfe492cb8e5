//! Programs that have keys.

use std::str::FromStr;

/// The identity of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApiKeyId(pub i64);

/// A program that has a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// The identity.
    pub id: ApiKeyId,
    /// The name that readers see.
    pub name: String,
    /// What its key is for.
    pub scope: KeyScope,
}

/// What a key is for; [`crate::policy`] says what that comes to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum KeyScope {
    /// Sends messages, and reads what is counted.
    #[default]
    Send,
    /// Prints orders: reads them, and sends messages of how the printer is.
    Print,
}

impl KeyScope {
    /// All scopes.
    pub const ALL: [Self; 2] = [Self::Send, Self::Print];

    /// The name on the command line and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Print => "print",
        }
    }
}

/// The text names no scope.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a key may send or print")]
pub struct NotAScope;

impl FromStr for KeyScope {
    type Err = NotAScope;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut scopes = Self::ALL.into_iter();
        scopes.find(|scope| scope.as_str() == text).ok_or(NotAScope)
    }
}
