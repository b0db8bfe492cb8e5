//! How the server is, for those who run it: programs that restart it, programs
//! that send visitors to it, and Prometheus.

use super::{api_error::ApiError, auth::Caller};
use crate::metrics::{self, METRICS};
use axum::{
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
};
use delivery::Hub;
use domain::{Unavailable, policy::Action, shop::Shop};
use std::time::Duration;
use tokio::time::timeout;

/// How long the writer may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /healthz`: the server answers.
pub(crate) async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `GET /readyz`: the server takes orders: it is not about to end, its writer
/// lives, and the database can be written to. A 503 if not.
pub(crate) async fn ready(
    State(shop): State<Shop>,
    State(hub): State<Hub>,
) -> Result<StatusCode, ApiError> {
    if hub.is_closing() {
        return Err(Unavailable.into());
    }
    let written = timeout(PATIENCE, shop.store.probe()).await;
    written.unwrap_or(Err(Unavailable))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /metrics`: what was counted, for Prometheus. For owners, and for
/// programs that have a key.
pub(crate) async fn metrics(
    State(shop): State<Shop>,
    Caller(caller): Caller,
) -> Result<impl IntoResponse, ApiError> {
    caller.actor().check(Action::ReadMetrics)?;
    let waiting = i64::try_from(shop.store.waiting_writes());
    METRICS.writer_queue.set(waiting.unwrap_or(i64::MAX));
    let text = metrics::encode().map_err(|cause| {
        tracing::error!(%cause, "the metrics can't be told");
        Unavailable
    })?;
    Ok(([(CONTENT_TYPE, prometheus::TEXT_FORMAT)], text))
}
