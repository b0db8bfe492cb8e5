//! Sending to devices whose pages are closed, by the services of the browsers' vendors
//! (RFC 8030): encrypted for the device alone (RFC 8291), and signed (RFC 8292).

mod base64url;
mod signature;

pub(crate) use base64url::from_base64url;

use crate::outbound::{Outbound, OutboundError, retry_after};
use async_trait::async_trait;
use axum::http::HeaderMap;
use domain::{
    ShopClock, Unavailable,
    ports::{Store, WebPush},
    web_push::{
        BadSubscription, MAX_PAYLOAD, PushKeys, PushSubscription, SubscriptionDraft, WebPushAnswer,
        WebPushError, WebPushMessage,
    },
};
use p256::PublicKey;
use reqwest::{
    Method, Request, StatusCode, Url,
    header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderName},
};
use signature::ShopKey;
use std::sync::Arc;
use tokio::sync::OnceCell;
use web_push_native::{Auth, encrypt};

const TTL: HeaderName = HeaderName::from_static("ttl");
const URGENCY: HeaderName = HeaderName::from_static("urgency");
const TOPIC: HeaderName = HeaderName::from_static("topic");

/// The longest time after which a service is believed that it wants a message again, in
/// seconds: a day.
const LONGEST_PAUSE: u32 = 86_400;

/// Sends to devices.
pub(crate) struct WebPushSender {
    store: Arc<dyn Store>,
    clock: Arc<dyn ShopClock>,
    outbound: Outbound,
    /// Read, or made, when it is first asked for.
    key: OnceCell<ShopKey>,
}

impl WebPushSender {
    pub(crate) fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn ShopClock>,
        outbound: Outbound,
    ) -> Self {
        Self {
            store,
            clock,
            outbound,
            key: OnceCell::new(),
        }
    }

    async fn shop_key(&self) -> Result<&ShopKey, Unavailable> {
        let read = || async {
            let kept = match self.store.push_key().await? {
                Some(kept) => kept,
                // Of two processes that make one, one is kept.
                None => self.store.keep_push_key(&ShopKey::make()).await?,
            };
            ShopKey::read(&kept).map_err(|cause| {
                tracing::error!(%cause, "the key for devices in the database is none");
                Unavailable
            })
        };
        self.key.get_or_try_init(read).await
    }

    /// The request that carries a message.
    async fn request(
        &self,
        to: &PushSubscription,
        message: &WebPushMessage,
    ) -> Result<Request, WebPushError> {
        if message.payload.len() > MAX_PAYLOAD {
            return Err(WebPushError::TooLarge);
        }
        let url = self.outbound.url(&to.endpoint)?;
        let body = seal(&to.keys, &message.payload)?;
        let signature = self.signature(&url, to.contact.as_deref()).await?;
        let request = self
            .outbound
            .client()
            .request(Method::POST, url)
            .header(TTL, message.ttl)
            .header(URGENCY, message.urgency.as_str())
            .header(CONTENT_ENCODING, "aes128gcm")
            .header(CONTENT_TYPE, "application/octet-stream")
            .header(AUTHORIZATION, signature)
            .body(body);
        let request = match &message.topic {
            Some(topic) => request.header(TOPIC, topic.as_str()),
            None => request,
        };
        // Nothing of it can be wrong that was not looked at before.
        request.build().map_err(|_| WebPushError::BadSubscription)
    }

    async fn signature(&self, url: &Url, contact: Option<&str>) -> Result<String, WebPushError> {
        let audience = url.origin().ascii_serialization();
        let now = self.clock.now();
        let signed = self.shop_key().await?.sign(&audience, contact, now);
        signed.map_err(|cause| {
            tracing::error!(%cause, "a message to a device could not be signed");
            Unavailable.into()
        })
    }
}

#[async_trait]
impl WebPush for WebPushSender {
    async fn key(&self) -> Result<String, Unavailable> {
        Ok(self.shop_key().await?.public().to_owned())
    }

    fn check(&self, draft: &SubscriptionDraft) -> Result<(), BadSubscription> {
        self.outbound
            .url(&draft.endpoint)
            .map_err(|error| match error {
                OutboundError::PrivateAddress => BadSubscription::PrivateAddress,
                _ => BadSubscription::Endpoint,
            })?;
        parse(&draft.keys).map(|_| ()).ok_or(BadSubscription::Keys)
    }

    async fn send(
        &self,
        to: &PushSubscription,
        message: &WebPushMessage,
    ) -> Result<WebPushAnswer, WebPushError> {
        let request = self.request(to, message).await?;
        let answer = self.outbound.send(request).await?;
        let read = read(answer.status(), answer.headers());
        if let WebPushAnswer::Refused { status } = read {
            let service = answer.url().host_str().unwrap_or_default();
            tracing::warn!(service, status, "a service refuses a message to a device");
        }
        Ok(read)
    }
}

impl From<OutboundError> for WebPushError {
    fn from(error: OutboundError) -> Self {
        match error {
            OutboundError::NotAnAddress => Self::BadSubscription,
            OutboundError::PrivateAddress => Self::PrivateAddress,
            OutboundError::TooSlow => Self::TooSlow,
            OutboundError::Unreachable => Self::Unreachable,
        }
    }
}

/// The keys of a device; `None` where they are none.
fn parse(keys: &PushKeys) -> Option<(PublicKey, Auth)> {
    let public = PublicKey::from_sec1_bytes(&keys.p256dh).ok()?;
    Some((public, Auth::from_exact_iter(keys.auth.iter().copied())?))
}

/// Encrypts a payload for one device.
fn seal(keys: &PushKeys, payload: &str) -> Result<Vec<u8>, WebPushError> {
    let (public, auth) = parse(keys).ok_or(WebPushError::BadSubscription)?;
    encrypt(payload.into(), &public, &auth).map_err(|_| WebPushError::BadSubscription)
}

/// What an answer says.
fn read(status: StatusCode, headers: &HeaderMap) -> WebPushAnswer {
    let after = || retry_after(headers).map(|seconds| seconds.min(LONGEST_PAUSE));
    match status {
        StatusCode::NOT_FOUND | StatusCode::GONE => WebPushAnswer::Gone,
        StatusCode::TOO_MANY_REQUESTS => WebPushAnswer::Later { after: after() },
        status if status.is_server_error() => WebPushAnswer::Later { after: after() },
        status if status.is_success() => WebPushAnswer::Taken,
        status => WebPushAnswer::Refused {
            status: status.as_u16(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use reqwest::header::RETRY_AFTER;

    #[test]
    fn an_answer_says_what_becomes_of_the_device_and_the_message() {
        let told = |status: u16, after: Option<&'static str>| {
            let after = after.map(|after| (RETRY_AFTER, HeaderValue::from_static(after)));
            read(
                StatusCode::from_u16(status).unwrap(),
                &after.into_iter().collect(),
            )
        };
        let later = |after| WebPushAnswer::Later { after };
        assert_eq!(told(201, None), WebPushAnswer::Taken);
        assert_eq!(told(404, None), WebPushAnswer::Gone);
        assert_eq!(told(410, None), WebPushAnswer::Gone);
        assert_eq!(told(429, Some("120")), later(Some(120)));
        assert_eq!(told(503, None), later(None));
        assert_eq!(told(503, Some("999999999")), later(Some(LONGEST_PAUSE)));
        assert_eq!(
            told(500, Some("Fri, 31 Dec 2027 23:59:59 GMT")),
            later(None)
        );
        let refused = |status| WebPushAnswer::Refused { status };
        assert_eq!(told(403, None), refused(403));
        assert_eq!(told(302, None), refused(302));
    }
}
