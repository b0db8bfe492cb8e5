//! The form that sends a photo. Its file is much larger than what other forms send, so
//! its body is read here, once it is known who sends it, and within limits of its own.

use super::{
    fields::{self, Fields},
    page_forms::{Received, id_of, submit},
};
use crate::{
    config::Settings,
    http::{
        api_error::ApiError, middleware::body::read_or_pour, pages::PageContext, state::AppState,
    },
};
use app::{menu::PHOTO_FORM, visitor::Visitor};
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, RawPathParams, Request, State},
    response::Response,
    routing::post,
};
use domain::{
    menu::MAX_PHOTO_BYTES,
    policy::{Action, Actor},
};
use std::sync::Arc;

/// How much longer than a photo a body may be: the lines around it.
const AROUND: usize = 64 * 1024;
/// How many times as long as another body it may take: it is so much larger.
const TIMES_AS_LONG: u32 = 5;

pub(super) fn routes() -> Router<AppState> {
    let answer = post(answer).layer(DefaultBodyLimit::disable());
    Router::new().route(PHOTO_FORM.path, answer)
}

async fn answer(
    State(context): State<PageContext>,
    State(settings): State<Arc<Settings>>,
    Extension(visitor): Extension<Visitor>,
    params: RawPathParams,
    request: Request,
) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    // Nothing is kept in memory for those who may not send it.
    let largest = match may_send(&visitor) {
        true => MAX_PHOTO_BYTES + AROUND,
        false => 0,
    };
    let patience = settings.body_timeout * TIMES_AS_LONG;
    let body = read_or_pour(body, largest, patience).await?;
    let is_too_large = body.is_none();
    let fields = match body {
        Some(body) => fields::read(&parts.headers, body).await?,
        None => Fields::default(),
    };
    let received = Received {
        visitor,
        id: id_of(&params),
        action: parts.uri.path().to_owned(),
        fields,
        headers: parts.headers,
        is_too_large,
    };
    Ok(submit(&PHOTO_FORM, context, received).await)
}

fn may_send(visitor: &Visitor) -> bool {
    let session = visitor.session.as_ref();
    session.is_some_and(|session| Actor::from(&session.user).check(Action::EditMenu).is_ok())
}
