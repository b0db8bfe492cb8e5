//! Reading JSON whose kind is told beside it.

use serde::de::DeserializeSeed;

/// What a text says, of the kind that `seed` knows.
///
/// # Errors
/// It says something else, or more.
pub fn read_as<'text, Seed>(seed: Seed, text: &'text str) -> Result<Seed::Value, serde_json::Error>
where
    Seed: DeserializeSeed<'text>,
{
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}
