//! Signing in and out: as a form of the page, and for programs.

use super::{
    orders::unreadable,
    problem::Problem,
    visitor::{Admin, Visitor},
};
use crate::state::AppState;
use app::visitor::{session_cookie, session_cookie_end};
use axum::{
    Extension, Form, Json,
    extract::{State, rejection::JsonRejection},
    http::{StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use domain::{shop::SignInError, user::User};
use serde::Deserialize;

/// What it takes to sign in.
#[derive(Deserialize)]
pub(crate) struct Login {
    #[serde(default)]
    username: String,
    #[serde(default)]
    password: String,
}

/// `POST /api/session`: 201, the user, and the session's cookie.
pub(crate) async fn open(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    login: Result<Json<Login>, JsonRejection>,
) -> Result<Response, Problem> {
    let Json(login) = login.map_err(unreadable)?;
    let signed_in = state.shop.sign_in(&login.username, login.password).await?;
    let cookie = session_cookie(&signed_in.token, visitor.secure);
    Ok((
        StatusCode::CREATED,
        [(SET_COOKIE, cookie)],
        Json(signed_in.user),
    )
        .into_response())
}

/// `GET /api/session`: who is signed in.
pub(crate) async fn show(Admin(user): Admin) -> Json<User> {
    Json(user)
}

/// `DELETE /api/session`: signs out, and ends the user's streams. Pages of the
/// user's other sessions come back.
pub(crate) async fn close(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Problem> {
    sign_out(&state, &visitor).await?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, session_cookie_end())]).into_response())
}

/// `POST /sign-in`: the form of the sign-in page.
pub(crate) async fn sign_in_form(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    Form(login): Form<Login>,
) -> Response {
    match state.shop.sign_in(&login.username, login.password).await {
        Ok(signed_in) => {
            let cookie = session_cookie(&signed_in.token, visitor.secure);
            ([(SET_COOKIE, cookie)], Redirect::to("/admin")).into_response()
        }
        Err(SignInError::Wrong) => Redirect::to("/sign-in?error=wrong").into_response(),
        Err(SignInError::Unavailable(_)) => {
            Redirect::to("/sign-in?error=unavailable").into_response()
        }
    }
}

/// `POST /sign-out`: the button of the back office.
pub(crate) async fn sign_out_form(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Problem> {
    sign_out(&state, &visitor).await?;
    Ok((
        [(SET_COOKIE, session_cookie_end())],
        Redirect::to("/sign-in"),
    )
        .into_response())
}

async fn sign_out(state: &AppState, visitor: &Visitor) -> Result<(), Problem> {
    if let Some(session) = &visitor.session {
        state.shop.sign_out(&session.id).await?;
        state.registry.end_user(session.user.id);
    }
    Ok(())
}
