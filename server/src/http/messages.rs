//! Messages from administrators and other programs to administrators.

use super::{api_error::ApiError, auth::Caller, idempotency::IdempotencyKey};
use app::visitor::Visitor;
use axum::{
    Extension, Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
};
use delivery::{Seq, StreamRegistry, control::UserOnline};
use domain::{messages::PushDraft, shop::Shop};
use serde::Serialize;

/// Answer of [`push`].
#[derive(Serialize)]
pub(crate) struct Pushed {
    /// The message's place in the log.
    seq: Seq,
    /// On how many open streams its readers are now.
    online: u32,
    /// Who those readers are.
    users: Vec<UserOnline>,
}

/// `POST /sse/push`: keeps a message for one user or for all, and tells those
/// who are there at once. The same request again, under the same
/// `Idempotency-Key`, is answered with the same message, and with who is there
/// now.
pub(crate) async fn push(
    State(shop): State<Shop>,
    State(registry): State<StreamRegistry>,
    Caller(sender): Caller,
    Extension(visitor): Extension<Visitor>,
    IdempotencyKey(key): IdempotencyKey,
    draft: Result<Json<PushDraft>, JsonRejection>,
) -> Result<(StatusCode, Json<Pushed>), ApiError> {
    let Json(draft) = draft?;
    let reader = draft.recipient().map(str::to_owned);
    let seq = shop
        .push(draft, &sender, key)
        .await
        .map_err(|error| ApiError::of_action(error, visitor.language, shop.settings().currency))?;
    let there = registry.presence(reader.as_deref());
    let pushed = Pushed {
        seq,
        online: there.streams,
        users: there.users,
    };
    Ok((StatusCode::ACCEPTED, Json(pushed)))
}
