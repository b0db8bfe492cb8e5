//! The bodies of requests: whole, in time, and not too large, before anybody
//! works on them.

use crate::config::Settings;
use crate::http::api_error::ApiError;
use app::menu::PHOTO_FORM;
use axum::{
    body::{self, Body},
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use bytes::Bytes;
use futures::StreamExt;
use http_body_util::LengthLimitError;
use hyper::body::Body as _;
use std::{error::Error, sync::Arc, time::Duration};
use tokio::time::timeout;

/// The most bytes of a body.
const LARGEST: usize = 2 * 1024 * 1024;
/// The most bytes of a body that is read only so that its sender gets the answer.
const MOST_POURED: usize = 64 * 1024 * 1024;

/// Middleware: reads the body to its end. One that comes too slowly is answered
/// 408, one that is too large 413. That of a photo is left to its route.
pub(crate) async fn read_whole(
    State(settings): State<Arc<Settings>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD) || is_photo(&request) {
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

/// Reads a body to its end. One of more than `largest` bytes is poured away, and is
/// `None`: a browser that is still sending shows no answer.
///
/// # Errors
/// It took longer than `patience`, or broke off.
pub(crate) async fn read_or_pour(
    body: Body,
    largest: usize,
    patience: Duration,
) -> Result<Option<Bytes>, ApiError> {
    if body.size_hint().lower() > MOST_POURED as u64 {
        return Ok(None);
    }
    let reading = async {
        let (mut chunks, mut kept, mut length) = (body.into_data_stream(), Vec::new(), 0);
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk?;
            length += chunk.len();
            match length {
                _ if length <= largest => kept.extend_from_slice(&chunk),
                _ if length <= MOST_POURED => kept = Vec::new(),
                _ => break,
            }
        }
        Ok((length <= largest).then(|| kept.into()))
    };
    let unreadable = |error: axum::Error| ApiError::UNREADABLE.with_detail(error.to_string());
    match timeout(patience, reading).await {
        Ok(read) => read.map_err(unreadable),
        Err(_) => Err(ApiError::SLOW_BODY),
    }
}

fn is_photo(request: &Request) -> bool {
    let route = request.extensions().get::<MatchedPath>();
    route.is_some_and(|route| route.as_str() == PHOTO_FORM.path)
}

fn is_too_large(error: &axum::Error) -> bool {
    error
        .source()
        .is_some_and(|cause| cause.is::<LengthLimitError>())
}
