//! A stream as an answer of HTTP.

use super::event_stream::EventStream;
use axum_core::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures::{Stream, stream};
use http::{HeaderMap, header};
use std::{borrow::Cow, convert::Infallible};

impl EventStream {
    /// The stream as the body of an answer: each item is one or several whole
    /// events. It ends when everything was told.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static {
        stream::unfold(self, |mut stream| async move {
            let bytes = stream.next().await?;
            Some((Ok(bytes), stream))
        })
    }
}

impl IntoResponse for EventStream {
    fn into_response(self) -> Response {
        event_stream_response(self.into_stream())
    }
}

/// The answer that a stream of server-sent events is, whatever makes its bytes.
pub fn event_stream_response(
    stream: impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static,
) -> Response {
    let headers = [
        (header::CONTENT_TYPE.as_str(), "text/event-stream"),
        (header::CACHE_CONTROL.as_str(), "no-cache, no-transform"),
        // nginx holds events back unless told otherwise.
        ("x-accel-buffering", "no"),
    ];
    (headers, Body::from_stream(stream)).into_response()
}

/// The header `Last-Event-ID`, for [`super::Source::start`].
pub fn last_event_id(headers: &HeaderMap) -> Option<Cow<'_, str>> {
    let id = headers.get("last-event-id")?;
    // What is no text is no cursor either way.
    Some(String::from_utf8_lossy(id.as_bytes()))
}
