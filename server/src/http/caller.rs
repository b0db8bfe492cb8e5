//! Who may send messages: administrators, and programs that have a key.

use super::{
    problem::Problem,
    visitor::{bearer, session_of},
};
use crate::state::AppState;
use axum::{extract::FromRequestParts, http::request::Parts};
use domain::sender::Sender;

/// An administrator, or a program by its key; whoever is neither gets a 401.
pub(crate) struct Caller(pub(crate) Sender);

impl FromRequestParts<AppState> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        if let Some(session) = session_of(parts) {
            return Ok(Self(Sender::User(session.user)));
        }
        let program = match bearer(&parts.headers) {
            Some(key) => state.shop.program(&key).await?,
            None => None,
        };
        program
            .map(|program| Self(Sender::Program(program)))
            .ok_or(Problem::SIGNED_OUT)
    }
}
