//! Tickets over HTTP: asking for one, and opening a stream with it.

use super::{
    api_error::ApiError,
    auth::{program_of, session_of},
};
use app::visitor::Visitor;
use axum::{
    Extension, Json,
    extract::{FromRef, FromRequestParts, Query, State},
    http::{StatusCode, request::Parts},
};
use delivery::{Tickets, Timestamp};
use domain::{
    shop::Shop,
    users::{ApiKey, Session, SessionId},
};
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
    State(shop): State<Shop>,
    State(tickets): State<Tickets>,
    Extension(visitor): Extension<Visitor>,
) -> Result<(StatusCode, Json<Issued>), ApiError> {
    let session = visitor.session.ok_or(ApiError::SIGNED_OUT)?;
    let (reader, now) = (session.user.id.into(), shop.clock.now());
    let (ticket, expires_at) = tickets.issue(reader, &session.id.0, now);
    Ok((StatusCode::CREATED, Json(Issued { ticket, expires_at })))
}

#[derive(Deserialize)]
struct Admission {
    ticket: Option<String>,
}

/// Whom a stream is opened for.
pub(crate) enum Subscriber {
    /// An administrator: the session of the ticket where there is one, or else the
    /// caller's.
    User(Session),
    /// A program, by its key.
    Program {
        /// Which.
        program: ApiKey,
        /// The key that it came with.
        key: String,
    },
}

impl<S> FromRequestParts<S> for Subscriber
where
    S: Send + Sync,
    Shop: FromRef<S>,
    Tickets: FromRef<S>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let admission = Query::<Admission>::try_from_uri(&parts.uri);
        let ticket = admission.ok().and_then(|Query(asked)| asked.ticket);
        let shop = Shop::from_ref(state);
        let session = match ticket {
            None => match session_of(parts) {
                Some(session) => Some(session),
                None => {
                    let (program, key) = program_of(parts, &shop).await?;
                    return Ok(Self::Program { program, key });
                }
            },
            Some(ticket) => {
                let tickets = Tickets::from_ref(state);
                match tickets.redeem(&ticket, shop.clock.now()) {
                    Some(session) => shop.store.session(&SessionId(session)).await?,
                    None => None,
                }
            }
        };
        session.map(Self::User).ok_or(ApiError::SIGNED_OUT)
    }
}
