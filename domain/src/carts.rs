//! What customers have put together and not ordered yet.

use std::str::FromStr;

/// How long a cart is kept that nobody touches, in days.
pub const CART_DAYS: u32 = 2;
/// The most bytes of a cart.
pub const MAX_CART: usize = 16 * 1024;

/// How long a key is: that of a token.
const LENGTH: usize = 32;

/// Which cart it is: the key of the order that it may become
/// ([`OrderDraft::request_id`](crate::orders::OrderDraft)). Two pages of one browser have the
/// same cart, and so place the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CartKey(String);

/// A text is no key of a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no key of a cart")]
pub struct NotACartKey;

impl CartKey {
    /// As the cookie and the form have it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CartKey {
    type Err = NotACartKey;

    /// Only what the shop makes itself: programs choose other keys for their orders, which may
    /// be guessed, and nobody may ask for what became of those.
    fn from_str(text: &str) -> Result<Self, NotACartKey> {
        let is_hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        match text.len() == LENGTH && text.bytes().all(is_hex) {
            true => Ok(Self(text.to_owned())),
            false => Err(NotACartKey),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_a_token_of_the_shop() {
        let key = "0123456789abcdef0123456789abcdef";
        assert_eq!(key.parse::<CartKey>().unwrap().as_str(), key);
        for other in ["", "any-key-of-yours", &key[1..], &key.to_uppercase()] {
            assert_eq!(other.parse::<CartKey>(), Err(NotACartKey), "{other}");
        }
    }
}
