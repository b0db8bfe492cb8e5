//! Signing in and out: as a form of the page, and for programs.

use super::{
    api_error::ApiError,
    auth::{Admin, user_agent},
    pages::PageContext,
};
use app::{
    errors::ActionError,
    sign_in::RefusedSignIn,
    visitor::{Visitor, session_cookie, session_cookie_end},
};
use axum::{
    Extension, Form, Json,
    extract::{State, rejection::JsonRejection},
    http::{HeaderMap, StatusCode, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use delivery::StreamRegistry;
use domain::{
    Unavailable,
    shop::{Shop, SignIn, SignedIn},
    users::{MAX_NAME, SignInError, User},
};
use leptos::prelude::provide_context;
use serde::Deserialize;
use tracing::Instrument;

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
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    login: Result<Json<Login>, JsonRejection>,
) -> Result<Response, ApiError> {
    let Json(login) = login?;
    let signed_in = sign_in(shop, login, &visitor, &headers).await?;
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
    State(shop): State<Shop>,
    State(registry): State<StreamRegistry>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, ApiError> {
    sign_out(&shop, &registry, &visitor).await?;
    Ok((StatusCode::NO_CONTENT, [(SET_COOKIE, session_cookie_end())]).into_response())
}

/// `POST /sign-in`: the form of the sign-in page, which comes back with the name that
/// was typed where nobody is signed in.
pub(crate) async fn sign_in_form(
    State(page): State<PageContext>,
    Extension(visitor): Extension<Visitor>,
    headers: HeaderMap,
    Form(login): Form<Login>,
) -> Response {
    let name = login.username.chars().take(MAX_NAME).collect();
    match sign_in(page.shop.clone(), login, &visitor, &headers).await {
        Ok(signed_in) => {
            let cookie = session_cookie(&signed_in.token, visitor.secure);
            ([(SET_COOKIE, cookie)], Redirect::to("/admin")).into_response()
        }
        Err(error) => {
            let error = ActionError::from(error);
            let refused = RefusedSignIn { name, error };
            let provide = move || provide_context(refused.clone());
            page.draw("/sign-in", visitor, headers, provide).await
        }
    }
}

/// Signs in, also where the caller does not wait for the answer: a wrong password
/// counts all the same.
async fn sign_in(
    shop: Shop,
    login: Login,
    visitor: &Visitor,
    headers: &HeaderMap,
) -> Result<SignedIn, SignInError> {
    let typed = SignIn {
        name: login.username,
        password: login.password,
        device: user_agent(headers),
        from: visitor.address,
    };
    let signing_in = async move { shop.sign_in(typed).await };
    let done = tokio::spawn(signing_in.in_current_span()).await;
    done.unwrap_or(Err(Unavailable.into()))
}

/// `POST /sign-out`: the button of the back office.
pub(crate) async fn sign_out_form(
    State(shop): State<Shop>,
    State(registry): State<StreamRegistry>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, ApiError> {
    sign_out(&shop, &registry, &visitor).await?;
    Ok((
        [(SET_COOKIE, session_cookie_end())],
        Redirect::to("/sign-in"),
    )
        .into_response())
}

async fn sign_out(
    shop: &Shop,
    registry: &StreamRegistry,
    visitor: &Visitor,
) -> Result<(), ApiError> {
    if let Some(session) = &visitor.session {
        shop.sign_out(&session.id).await?;
        registry.end_reader(session.user.id.into());
    }
    Ok(())
}
