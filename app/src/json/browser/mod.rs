//! Reads JSON in the browser: `JSON.parse` parses it, and Serde takes out of the objects what it
//! needs.
//!
//! An object is read as the sequence of those fields that a struct names, so the code that would
//! look at names in any order is not in the WebAssembly, and what a newer server adds is passed
//! over. Errors have no text, since nobody would see it: what formats them is left out, too.

mod access;
mod value;

use js_sys::JSON;
use serde::de::DeserializeSeed;
use std::fmt;
use value::Value;

/// A text is no JSON, or not of what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text can't be read")]
pub struct Error;

impl serde::de::Error for Error {
    fn custom<Message: fmt::Display>(_: Message) -> Self {
        Self
    }
}

/// What a text says, of the kind that `seed` knows.
///
/// # Errors
/// It says something else.
pub(crate) fn read_as<'de, Seed>(seed: Seed, text: &str) -> Result<Seed::Value, Error>
where
    Seed: DeserializeSeed<'de>,
{
    seed.deserialize(Value(JSON::parse(text).map_err(|_| Error)?))
}
