//! What pages say of the stream that they listen to.

use super::Streams;
use crate::http::{api_error::ApiError, auth::Admin};
use axum::{
    Json,
    extract::{State, rejection::JsonRejection},
    http::StatusCode,
};
use serde::Deserialize;

/// `POST /sse/over`: the page that holds the stream says that it goes away. A
/// stream that has gone already, or was never this user's, is over just as well.
pub(crate) async fn over(
    State(streams): State<Streams>,
    Admin(user): Admin,
    stream: String,
) -> StatusCode {
    streams.registry.end(stream.trim(), user.id.into());
    StatusCode::NO_CONTENT
}

/// Body of [`set_pages`].
#[derive(Deserialize)]
pub(crate) struct Pages {
    stream: String,
    pages: u32,
}

/// `POST /sse/pages`: the page that holds the stream says how many pages of its
/// browser listen to it. Of a stream that is gone, or another's, nothing is
/// noted.
pub(crate) async fn set_pages(
    State(streams): State<Streams>,
    Admin(user): Admin,
    pages: Result<Json<Pages>, JsonRejection>,
) -> Result<StatusCode, ApiError> {
    let Json(Pages { stream, pages }) = pages?;
    streams.registry.set_pages(&stream, user.id.into(), pages);
    Ok(StatusCode::NO_CONTENT)
}
