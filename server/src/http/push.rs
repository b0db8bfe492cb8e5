//! Messages from administrators and other programs to administrators.

use super::{
    caller::Caller, idempotency::IdempotencyKey, orders::unreadable, problem::Problem,
    visitor::Visitor,
};
use crate::state::AppState;
use axum::{
    Extension, Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
};
use domain::{cursor::Seq, event::UserOnline, push::PushDraft};
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
    State(state): State<AppState>,
    Caller(sender): Caller,
    Extension(visitor): Extension<Visitor>,
    IdempotencyKey(key): IdempotencyKey,
    draft: Result<Json<PushDraft>, JsonRejection>,
) -> Result<(StatusCode, Json<Pushed>), Problem> {
    let Json(draft) = draft.map_err(unreadable)?;
    let reader = draft.recipient().map(str::to_owned);
    let seq = state
        .shop
        .push(draft, &sender, key)
        .await
        .map_err(|error| Problem::not_pushed(error, visitor.language, state.settings.currency))?;
    let there = state.registry.presence(reader.as_deref());
    let pushed = Pushed {
        seq,
        online: there.streams,
        users: there.users,
    };
    Ok((StatusCode::ACCEPTED, Json(pushed)))
}
