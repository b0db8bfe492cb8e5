//! Signatures: HMAC with SHA-256 (RFC 2104).

use crate::crypto::hex;
use base64ct::{Base64, Encoding};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The signature of a text.
fn signature(key: &[u8], text: &[u8]) -> Vec<u8> {
    // A key of any length is taken: the hash of one that is too long stands for it.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return Vec::new();
    };
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}

/// The signature in base64.
pub(super) fn in_base64(key: &[u8], text: &[u8]) -> String {
    Base64::encode_string(&signature(key, text))
}

/// The signature in hexadecimal.
pub(super) fn in_hex(key: &[u8], text: &[u8]) -> String {
    hex(&signature(key, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_that_of_the_standard() {
        // RFC 4231, test case 2.
        let hex = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let text = b"what do ya want for nothing?";
        assert_eq!(in_hex(b"Jefe", text), hex);
        assert!(in_base64(b"Jefe", text).starts_with("W9zBRr9gdU5q"));
    }
}
