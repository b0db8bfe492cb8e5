//! Reads JSON on the server.

use serde::de::DeserializeSeed;
pub use serde_json::Error;

/// What a text says, of the kind that `seed` knows.
///
/// # Errors
/// It says something else.
pub(crate) fn read_as<'text, Seed>(seed: Seed, text: &'text str) -> Result<Seed::Value, Error>
where
    Seed: DeserializeSeed<'text>,
{
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}
