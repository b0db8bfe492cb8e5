//! The forms of the back office: taken, or drawn again with what is wrong.

use super::fields::{self, Fields};
use crate::http::{api_error::ApiError, auth::user_agent, pages::PageContext, state::AppState};
use app::{
    errors::ActionError,
    form::{Answer, PageForm, Refused, Submission},
    shell::forms,
    visitor::Visitor,
};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::{RawPathParams, State},
    http::{
        HeaderMap, Uri,
        header::{RETRY_AFTER, SET_COOKIE},
    },
    response::{IntoResponse, Redirect, Response},
    routing::post,
};
use leptos::prelude::provide_context;

/// Every form at its path.
pub(super) fn routes() -> Router<AppState> {
    forms().fold(Router::new(), |router, form| {
        let answer = move |context, visitor, params, uri, headers, body| {
            answer(form, context, visitor, params, uri, headers, body)
        };
        router.route(form.path, post(answer))
    })
}

/// A form that was sent.
pub(super) struct Received {
    /// By whom.
    pub(super) visitor: Visitor,
    /// The part of the path that stands for `{id}`; possibly nothing.
    pub(super) id: String,
    /// The path.
    pub(super) action: String,
    pub(super) headers: HeaderMap,
    pub(super) fields: Fields,
}

async fn answer(
    form: &'static PageForm,
    State(context): State<PageContext>,
    Extension(visitor): Extension<Visitor>,
    params: RawPathParams,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, ApiError> {
    let received = Received {
        visitor,
        id: id_of(&params),
        action: uri.path().to_owned(),
        // It was read within limits before.
        fields: fields::read(&headers, body.into(), usize::MAX).await?,
        headers,
    };
    Ok(submit(form, context, received).await)
}

/// The part of a form's path that stands for `{id}`; possibly nothing.
pub(super) fn id_of(params: &RawPathParams) -> String {
    let id = params.iter().next();
    id.map(|(_, id)| id.to_owned()).unwrap_or_default()
}

/// Does what the form says, and leads on; or draws its page again.
pub(super) async fn submit(form: &PageForm, context: PageContext, received: Received) -> Response {
    let Received {
        visitor,
        id,
        action,
        headers,
        fields,
    } = received;
    let page = form.page.replace("{id}", &id);
    let sent = Submission {
        shop: context.shop.clone(),
        currency: context.shop.settings().currency,
        visitor: visitor.clone(),
        device: user_agent(&headers),
        id,
        fields: fields.texts.clone(),
        files: fields.files,
        is_too_large: fields.is_too_large,
    };
    match (form.submit)(sent).await {
        Ok(Answer::GoTo { page, cookie }) => {
            let cookie = cookie.map(|cookie| (SET_COOKIE, cookie));
            let mut response = Redirect::to(&page).into_response();
            response.headers_mut().extend(cookie);
            response
        }
        Ok(Answer::Draw(provide)) => {
            context
                .draw(&page, visitor, headers, move || provide())
                .await
        }
        Err(ActionError::SignedOut) => Redirect::to("/sign-in").into_response(),
        Err(error) => {
            let (status, retry_after) = (error.status(), error.retry_after());
            let refused = Refused {
                action,
                fields: fields.texts,
                error,
            };
            let provide = move || provide_context(refused.clone());
            let mut response = context.draw(&page, visitor, headers, provide).await;
            *response.status_mut() = status;
            let retry_after = retry_after.map(|seconds| (RETRY_AFTER, seconds.into()));
            response.headers_mut().extend(retry_after);
            response
        }
    }
}
