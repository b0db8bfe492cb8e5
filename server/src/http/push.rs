//! Messages from other programs to administrators.

use super::{
    orders::unreadable,
    problem::Problem,
    visitor::{Admin, Visitor},
};
use crate::state::AppState;
use axum::{
    Extension, Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
};
use domain::{cursor::Seq, push::PushDraft};
use serde::Serialize;

/// Answer of [`push`].
#[derive(Serialize)]
pub(crate) struct Pushed {
    /// The message's place in the log.
    seq: Seq,
    /// On how many open streams its readers are now.
    online: u32,
}

/// `POST /sse/push`: keeps a message for one user or for all, and tells those
/// who are there at once.
pub(crate) async fn push(
    State(state): State<AppState>,
    Admin(user): Admin,
    Extension(visitor): Extension<Visitor>,
    draft: Result<Json<PushDraft>, JsonRejection>,
) -> Result<(StatusCode, Json<Pushed>), Problem> {
    let Json(draft) = draft.map_err(unreadable)?;
    let seq =
        state.shop.push(&draft, &user).await.map_err(|error| {
            Problem::not_pushed(error, visitor.language, state.settings.currency)
        })?;
    let online = state.registry.presence(draft.recipient()).streams;
    Ok((StatusCode::ACCEPTED, Json(Pushed { seq, online })))
}
