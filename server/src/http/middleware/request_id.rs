//! Each request has a name: its answer says it, and so does every line of the
//! log that is written while it is answered.

use crate::crypto;
use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::time::Instant;
use tracing::{Instrument, info_span};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Middleware: names the request. The log gets the route and not the path, in
/// which there may be a token.
pub(crate) async fn assign(request: Request, next: Next) -> Response {
    let id = crypto::random_hex();
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("none", MatchedPath::as_str);
    let span = info_span!("request", id, method = %request.method(), route);
    let answering = async {
        let begun = Instant::now();
        let answer = next.run(request).await;
        let (status, took) = (answer.status().as_u16(), begun.elapsed());
        tracing::debug!(status, ?took, "answered");
        answer
    };
    let mut answer = answering.instrument(span).await;
    if let Ok(id) = HeaderValue::try_from(id) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    answer
}
