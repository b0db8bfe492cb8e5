//! How the server is, for those who run it: programs that restart it, programs
//! that send visitors to it, and Prometheus.

use super::{caller::Caller, problem::Problem};
use crate::{metrics::METRICS, state::AppState};
use axum::{
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
};
use domain::{ports::Unavailable, sender::Sender, user::Role};
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
pub(crate) async fn ready(State(state): State<AppState>) -> Result<StatusCode, Problem> {
    if state.hub.is_closing() {
        return Err(Unavailable.into());
    }
    let written = timeout(PATIENCE, state.store.probe()).await;
    written.unwrap_or(Err(Unavailable))?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /metrics`: what was counted, for Prometheus. For owners, and for
/// programs that have a key.
pub(crate) async fn metrics(
    State(state): State<AppState>,
    Caller(caller): Caller,
) -> Result<impl IntoResponse, Problem> {
    if matches!(&caller, Sender::User(user) if user.role != Role::Owner) {
        return Err(Problem::FORBIDDEN);
    }
    METRICS.writer_queue.set(state.store.waiting());
    let text = METRICS.encode().map_err(|cause| {
        tracing::error!(%cause, "the metrics can't be told");
        Unavailable
    })?;
    Ok(([(CONTENT_TYPE, prometheus::TEXT_FORMAT)], text))
}
