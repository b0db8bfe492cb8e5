//! The `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header): who
//! sends a request twice under one key sends it once.

use super::api_error::ApiError;
use axum::{extract::FromRequestParts, http::request::Parts};

/// The longest key, in bytes; a UUID has 36.
const LONGEST: usize = 128;

/// The request's key, where it has one.
pub(crate) struct IdempotencyKey(pub(crate) Option<String>);

impl<S: Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(None));
        };
        let key = value.to_str().ok().and_then(key);
        key.map(|key| Self(Some(key.to_owned())))
            .ok_or(ApiError::NOT_A_KEY)
    }
}

/// A string of RFC 9651, in quotes; without them, as many write it, it is taken
/// as it is.
fn key(text: &str) -> Option<&str> {
    let text = text.trim();
    let key = match text.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"')?,
        None => text,
    };
    let is_plain = |b: u8| b.is_ascii_graphic() && b != b'"' && b != b'\\';
    ((1..=LONGEST).contains(&key.len()) && key.bytes().all(is_plain)).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_key_is_the_same_with_and_without_quotes() {
        assert_eq!(key("\"8e03978e-40d5\""), Some("8e03978e-40d5"));
        assert_eq!(key("8e03978e-40d5"), Some("8e03978e-40d5"));
        let long = "x".repeat(LONGEST_AND_ONE);
        for text in ["", "\"\"", "\"open", "a b", "a\"b", "a\\b", &long] {
            assert_eq!(key(text), None, "{text}");
        }
    }

    const LONGEST_AND_ONE: usize = super::LONGEST + 1;
}
