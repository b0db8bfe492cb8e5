//! The key of the shop, and what it signs (VAPID, RFC 8292): by it a device, and the
//! service of its vendor, know that it is the shop that writes.

use super::base64url::base64url;
use domain::Timestamp;
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer},
    elliptic_curve::{self, rand_core::OsRng},
};
use serde::Serialize;

/// How long a signature holds, in seconds: a service takes up to a day.
const VALID: i64 = 12 * 3600;

/// What every signed text begins with: the algorithm.
const HEADER: &[u8] = br#"{"typ":"JWT","alg":"ES256"}"#;

/// The key of the shop.
pub(super) struct ShopKey {
    private: SigningKey,
    public: String,
}

/// What is signed.
#[derive(Serialize)]
struct Claims<'a> {
    /// For whom: the origin of the service.
    aud: &'a str,
    /// Until when, in seconds since the Unix epoch.
    exp: i64,
    /// Who can be asked what is sent there.
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
}

impl ShopKey {
    /// Makes a private key: a number of 32 bytes.
    pub(super) fn make() -> Vec<u8> {
        SecretKey::random(&mut OsRng).to_bytes().to_vec()
    }

    /// The key that was kept.
    ///
    /// # Errors
    /// It is none.
    pub(super) fn read(private: &[u8]) -> Result<Self, elliptic_curve::Error> {
        let secret = SecretKey::from_slice(private)?;
        let private = SigningKey::from(secret);
        let point = private.verifying_key().to_encoded_point(false);
        Ok(Self {
            public: base64url(point.as_bytes()),
            private,
        })
    }

    /// The public key: a point of P-256, uncompressed, in base64url.
    pub(super) fn public(&self) -> &str {
        &self.public
    }

    /// The header `Authorization` of a request to the service at `audience`.
    ///
    /// # Errors
    /// The claims are no JSON, which can't be.
    pub(super) fn sign(
        &self,
        audience: &str,
        contact: Option<&str>,
        now: Timestamp,
    ) -> Result<String, serde_json::Error> {
        let claims = serde_json::to_vec(&Claims {
            aud: audience,
            exp: now.millis() / 1000 + VALID,
            sub: contact,
        })?;
        let text = format!("{}.{}", base64url(HEADER), base64url(&claims));
        let signature: Signature = self.private.sign(text.as_bytes());
        let signature = base64url(&signature.to_bytes());
        Ok(format!("vapid t={text}.{signature}, k={}", self.public))
    }
}
