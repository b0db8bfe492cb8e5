//! The bodies of requests: whole, in time, and not too large, before anybody
//! works on them.

use crate::config::Settings;
use crate::http::api_error::ApiError;
use axum::{
    body::{self, Body},
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use http_body_util::LengthLimitError;
use hyper::body::Body as _;
use std::{error::Error, sync::Arc};
use tokio::time::timeout;

/// The most bytes of a body. A form that sends files says itself how many, and reads them
/// itself.
pub(crate) const LARGEST: usize = 2 * 1024 * 1024;

/// Middleware: reads the body to its end. One that comes too slowly is answered
/// 408, one that is too large 413.
pub(crate) async fn read_whole(
    State(settings): State<Arc<Settings>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(next.run(request).await);
    }
    let (parts, body) = request.into_parts();
    if body.size_hint().lower() > LARGEST as u64 {
        return Err(ApiError::LARGE_BODY);
    }
    let read = timeout(settings.body_timeout, body::to_bytes(body, LARGEST)).await;
    let bytes = match read {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) if is_too_large(&error) => return Err(ApiError::LARGE_BODY),
        // Most have only gone away.
        Ok(Err(error)) => return Err(ApiError::UNREADABLE.with_detail(error.to_string())),
        Err(_) => return Err(ApiError::SLOW_BODY),
    };
    Ok(next
        .run(Request::from_parts(parts, Body::from(bytes)))
        .await)
}

/// Whether a body could not be read for nothing but its size.
pub(crate) fn is_too_large(error: &axum::Error) -> bool {
    error
        .source()
        .is_some_and(|cause| cause.is::<LengthLimitError>())
}
