//! The form that sends a photo. Its file is much larger than what other forms send, so
//! its body is read here, once it is known who sends it, and within limits of its own.

use super::page_forms::{Received, id_of, submit};
use crate::{
    config::Settings,
    http::{
        api_error::ApiError, middleware::body::read_or_pour, pages::PageContext, state::AppState,
    },
};
use app::{form::Upload, menu::PHOTO_FORM, visitor::Visitor};
use axum::{
    Extension, Router,
    body::{Body, Bytes},
    extract::{
        DefaultBodyLimit, FromRequest, Multipart, RawPathParams, Request, State,
        multipart::MultipartError,
    },
    http::request::Parts,
    response::Response,
    routing::post,
};
use domain::{
    menu::MAX_PHOTO_BYTES,
    policy::{Action, Actor},
    validation::Field,
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
    let file = match read_or_pour(body, largest, patience).await? {
        Some(bytes) => file_of(&parts, bytes).await?,
        None => Upload::TooLarge,
    };
    let received = Received {
        visitor,
        id: id_of(&params),
        action: parts.uri.path().to_owned(),
        headers: parts.headers,
        fields: Vec::new(),
        file,
    };
    Ok(submit(&PHOTO_FORM, context, received).await)
}

fn may_send(visitor: &Visitor) -> bool {
    let session = visitor.session.as_ref();
    session.is_some_and(|session| Actor::from(&session.user).check(Action::EditMenu).is_ok())
}

/// The file among what was sent (RFC 7578); nothing where none was chosen.
async fn file_of(parts: &Parts, body: Bytes) -> Result<Upload, ApiError> {
    let request = Request::from_parts(parts.clone(), Body::from(body));
    let Ok(mut sent) = Multipart::from_request(request, &()).await else {
        return Ok(Upload::Nothing);
    };
    let unreadable = |error: MultipartError| ApiError::UNREADABLE.with_detail(error.body_text());
    let name = Field::Photo.to_string();
    while let Some(part) = sent.next_field().await.map_err(unreadable)? {
        if part.name() == Some(&name) {
            let bytes = part.bytes().await.map_err(unreadable)?;
            return Ok(match bytes.len() {
                0 => Upload::Nothing,
                _ => Upload::File(bytes.into()),
            });
        }
    }
    Ok(Upload::Nothing)
}
