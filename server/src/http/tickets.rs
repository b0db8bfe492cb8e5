//! Tickets over HTTP: asking for one, and opening a stream with it.

use super::{
    problem::Problem,
    visitor::{Visitor, session_of},
};
use crate::state::AppState;
use axum::{
    Extension, Json,
    extract::{FromRequestParts, Query, State},
    http::{StatusCode, request::Parts},
};
use domain::{time::Timestamp, user::Session};
use serde::{Deserialize, Serialize};

/// Answer of [`issue`].
#[derive(Serialize)]
pub(crate) struct Issued {
    /// What `?ticket=` takes, once.
    ticket: String,
    /// Until when.
    expires_at: Timestamp,
}

/// `POST /api/tickets`: a ticket that opens one stream of the caller's session.
pub(crate) async fn issue(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<(StatusCode, Json<Issued>), Problem> {
    let session = visitor.session.ok_or(Problem::SIGNED_OUT)?;
    let now = state.shop.calendar.now();
    let (ticket, expires_at) = state.tickets.issue(&session, now);
    Ok((StatusCode::CREATED, Json(Issued { ticket, expires_at })))
}

#[derive(Deserialize)]
struct Admission {
    ticket: Option<String>,
}

/// The session that a stream is opened for: that of the ticket where there is
/// one, or else the caller's.
pub(crate) struct Subscriber(pub(crate) Session);

impl FromRequestParts<AppState> for Subscriber {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let admission = Query::<Admission>::try_from_uri(&parts.uri);
        let ticket = admission.ok().and_then(|Query(asked)| asked.ticket);
        let session = match ticket {
            None => session_of(parts),
            Some(ticket) => match state.tickets.redeem(&ticket, state.shop.calendar.now()) {
                Some(session) => state.shop.store.session(&session).await?,
                None => None,
            },
        };
        session.map(Self).ok_or(Problem::SIGNED_OUT)
    }
}
