//! Devices that are told with the page closed, as their pages add and remove them.

mod service_worker;

pub(super) use service_worker::service_worker;

use super::{
    api_error::ApiError,
    auth::{Admin, session_of, user_agent},
};
use crate::{origin::origin, web_push::from_base64url};
use app::visitor::Visitor;
use axum::{
    Extension, Json,
    extract::{FromRequestParts, State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode, header::ORIGIN, request::Parts},
};
use domain::{
    shop::Shop,
    users::Session,
    web_push::{PushKeys, PushSubscriptionKey, SubscribeError, SubscriptionDraft},
};
use serde::{Deserialize, Serialize};

/// Answer of [`key`].
#[derive(Serialize)]
pub(crate) struct ShopKey {
    /// What browsers take as `applicationServerKey`.
    key: String,
}

/// `GET /api/push/key`: the public key of the shop.
pub(crate) async fn key(
    State(shop): State<Shop>,
    Admin(_): Admin,
) -> Result<Json<ShopKey>, ApiError> {
    let key = shop.push_key().await?;
    Ok(Json(ShopKey { key }))
}

/// A subscription as browsers write it: `PushSubscription.toJSON()`.
#[derive(Deserialize)]
pub(crate) struct SentSubscription {
    endpoint: String,
    keys: SentKeys,
}

#[derive(Deserialize)]
struct SentKeys {
    p256dh: String,
    auth: String,
}

/// Answer of [`subscribe`].
#[derive(Serialize)]
pub(crate) struct Subscribed {
    id: i64,
}

/// `POST /api/push/subscriptions`: adds the caller's device. Adding it again changes
/// nothing but its keys, and whose it is.
pub(crate) async fn subscribe(
    State(shop): State<Shop>,
    CallerSession(session): CallerSession,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    sent: Result<Json<SentSubscription>, JsonRejection>,
) -> Result<(StatusCode, Json<Subscribed>), ApiError> {
    let Json(SentSubscription { endpoint, keys }) = sent?;
    // What is no base64 has not the length of a key either.
    let bytes = |text: &str| from_base64url(text).unwrap_or_default();
    let draft = SubscriptionDraft {
        endpoint,
        keys: PushKeys {
            p256dh: bytes(&keys.p256dh),
            auth: bytes(&keys.auth),
        },
        device: user_agent(&headers),
        contact: contact(&headers),
        language: visitor.language,
    };
    let id = shop.subscribe(draft, &session).await?;
    Ok((StatusCode::CREATED, Json(Subscribed { id: id.0 })))
}

/// What is known of a subscription that shall go.
#[derive(Deserialize)]
pub(crate) struct Unsubscribed {
    endpoint: String,
}

/// `DELETE /api/push/subscriptions`: removes the caller's device of that address.
pub(crate) async fn unsubscribe(
    State(shop): State<Shop>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
    sent: Result<Json<Unsubscribed>, JsonRejection>,
) -> Result<StatusCode, ApiError> {
    let Json(Unsubscribed { endpoint }) = sent?;
    let key = PushSubscriptionKey::Endpoint(endpoint);
    let removed = shop.unsubscribe(key, &user).await;
    removed
        .map_err(|error| ApiError::of_action(error, visitor.language, shop.settings().currency))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where the shop is, as the page has reached it, if others can reach it there too: Apple
/// takes no message without such a contact, and none with another.
fn contact(headers: &HeaderMap) -> Option<String> {
    let told = headers.get(ORIGIN)?.to_str().ok()?;
    let is_reachable = told.starts_with("https://") && !told.starts_with("https://localhost");
    (is_reachable && origin(told).is_ok()).then(|| told.to_owned())
}

/// The session of a signed-in administrator; whoever is none gets a 401.
pub(crate) struct CallerSession(Session);

impl<S: Sync> FromRequestParts<S> for CallerSession {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        session_of(parts).map(Self).ok_or(ApiError::SIGNED_OUT)
    }
}

impl From<SubscribeError> for ApiError {
    fn from(error: SubscribeError) -> Self {
        match error {
            SubscribeError::Bad(fault) => Self::BAD_SUBSCRIPTION.with_detail(fault.to_string()),
            SubscribeError::TooMany => Self::TOO_MANY_DEVICES.with_detail(error.to_string()),
            SubscribeError::Unavailable(error) => error.into(),
        }
    }
}
