//! Bytes as browsers write them (RFC 4648, section 5).

use base64ct::{Base64UrlUnpadded, Encoding};

/// Bytes as browsers take them: without padding.
pub(super) fn base64url(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Bytes that a browser has given; `None` where it is something else.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text.trim_end_matches('=')).ok()
}
