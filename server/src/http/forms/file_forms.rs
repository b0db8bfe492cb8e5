//! The forms that send files. Each says how large what is sent may be, so its body is
//! read here, once it is known who sends it.

use super::{
    fields,
    page_forms::{Received, id_of, submit},
};
use crate::{
    config::Settings,
    http::{api_error::ApiError, middleware::body::LARGEST, pages::PageContext, state::AppState},
};
use app::{form::FileForm, shell::file_forms, visitor::Visitor};
use axum::{
    Extension, Router,
    extract::{RawPathParams, Request, State},
    response::Response,
    routing::post,
};
use domain::policy::Actor;
use std::sync::Arc;
use tokio::time::timeout;

/// Every one of them at its path.
pub(crate) fn routes() -> Router<AppState> {
    file_forms().fold(Router::new(), |router, form| {
        let answer = move |context, settings, visitor, params, request| {
            answer(form, context, settings, visitor, params, request)
        };
        router.route(form.form.path, post(answer))
    })
}

async fn answer(
    form: &'static FileForm,
    State(context): State<PageContext>,
    State(settings): State<Arc<Settings>>,
    Extension(visitor): Extension<Visitor>,
    params: RawPathParams,
    request: Request,
) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    // Nothing is kept in memory for those who may not send it.
    let largest = match may_send(form, &visitor) {
        true => form.largest,
        false => 0,
    };
    let reading = fields::read(&parts.headers, body, largest);
    let read = timeout(settings.body_timeout * times_as_long(form), reading).await;
    let received = Received {
        visitor,
        id: id_of(&params),
        action: parts.uri.path().to_owned(),
        fields: read.map_err(|_| ApiError::SLOW_BODY)??,
        headers: parts.headers,
    };
    Ok(submit(&form.form, context, received).await)
}

/// How many times as long as other bodies one may take: as many as it may be larger.
fn times_as_long(form: &FileForm) -> u32 {
    let times = u32::try_from(form.largest / LARGEST).unwrap_or(u32::MAX);
    times.max(1)
}

fn may_send(form: &FileForm, visitor: &Visitor) -> bool {
    let session = visitor.session.as_ref();
    session.is_some_and(|session| Actor::from(&session.user).check(form.action).is_ok())
}
