//! Why nothing was read.

use std::fmt;

/// A text is no JSON, or not of what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text can't be read")]
pub struct Error;

impl serde::de::Error for Error {
    fn custom<Message: fmt::Display>(_: Message) -> Self {
        Self
    }
}
