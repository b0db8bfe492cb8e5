//! The forms of the back office: taken, or drawn again with what is wrong.

use super::fields;
use crate::http::{auth::user_agent, pages::PageContext, state::AppState};
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

async fn answer(
    form: &'static PageForm,
    State(context): State<PageContext>,
    Extension(visitor): Extension<Visitor>,
    params: RawPathParams,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let id = params.iter().next().map_or("", |(_, value)| value);
    let page = form.page.replace("{id}", id);
    let sent = match fields::read(&headers, body).await {
        Ok(sent) => sent,
        Err(error) => return error.into_response(),
    };
    let fields = sent.texts;
    let sent = Submission {
        shop: context.shop.clone(),
        currency: context.shop.settings().currency,
        visitor: visitor.clone(),
        device: user_agent(&headers),
        id: id.to_owned(),
        fields: fields.clone(),
        files: sent.files,
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
                action: uri.path().to_owned(),
                fields,
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
