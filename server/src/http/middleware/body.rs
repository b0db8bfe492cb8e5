//! The bodies of requests: whole, in time, and not too large, before anybody
//! works on them.

use crate::config::Settings;
use crate::http::api_error::ApiError;
use axum::{
    body::{self, Body, Bytes},
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use http_body_util::{BodyExt, LengthLimitError};
use hyper::body::Body as _;
use std::{error::Error, sync::Arc, time::Duration};
use tokio::time::timeout;

/// The most bytes of a body. A form that sends files says itself how many, and reads them
/// itself.
pub(crate) const LARGEST: usize = 2 * 1024 * 1024;

/// The most bytes of a body that is read only so that its sender gets the answer: who is still
/// sending when the connection is closed may see nothing else.
pub(crate) const MOST_POURED: usize = 64 * 1024 * 1024;

/// How long the next piece of such a body is waited for.
const NEXT: Duration = Duration::from_millis(500);

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
        // Whether it came to its end or not, the answer is the same.
        let _ = timeout(settings.body_timeout, pour_away(body)).await;
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

async fn pour_away(mut body: Body) {
    let mut left = MOST_POURED;
    while let Ok(Some(Ok(frame))) = timeout(NEXT, body.frame()).await {
        let length = frame.data_ref().map_or(0, Bytes::len);
        match left.checked_sub(length) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// Whether a body could not be read for nothing but its size.
pub(crate) fn is_too_large(error: &axum::Error) -> bool {
    error
        .source()
        .is_some_and(|cause| cause.is::<LengthLimitError>())
}
