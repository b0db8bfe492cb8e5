//! A stream as an answer of HTTP.

use super::{event_stream::EventStream, handover::Handover};
use crate::{LogError, TooManyStreams, metrics::Limit};
use axum_core::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures::{Stream, stream};
use http::{HeaderMap, StatusCode, header};
use std::{borrow::Cow, convert::Infallible, future::pending};

impl EventStream {
    /// The stream as the body of an answer: each item is one or several whole
    /// events. It ends when everything was told.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static {
        self.into_stream_until(Handover::default())
    }

    /// The same, until somebody wants the stream for a shard.
    fn into_stream_until(
        self,
        handover: Handover,
    ) -> impl Stream<Item = Result<Bytes, Infallible>> + Send + 'static {
        stream::unfold((self, handover), |(mut stream, handover)| async {
            if stream.has_begun() && handover.is_wanted() {
                handover.leave(stream);
                return pending().await;
            }
            let bytes = stream.next().await?;
            Some((Ok(bytes), (stream, handover)))
        })
    }
}

impl IntoResponse for EventStream {
    fn into_response(self) -> Response {
        let handover = Handover::default();
        let body = self.into_stream_until(handover.clone());
        let mut response = event_stream_response(body);
        response.extensions_mut().insert(handover);
        response
    }
}

/// A stream was not opened. As an answer: 429 where the reader has enough of them,
/// 503 where the server has, or the log can't be read; without a body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There are as many streams as there may be.
    #[error(transparent)]
    TooMany(#[from] TooManyStreams),
    /// The log can't be read.
    #[error(transparent)]
    Log(#[from] LogError),
}

impl IntoResponse for OpenError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::TooMany(TooManyStreams(Limit::Reader | Limit::Address)) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Self::TooMany(TooManyStreams(Limit::All)) | Self::Log(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
        };
        (status, [(header::RETRY_AFTER, "5")]).into_response()
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
