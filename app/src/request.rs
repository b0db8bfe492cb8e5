//! What a page or a server function finds in the request that it answers, and what
//! it can say beside its answer.

use crate::{errors::ActionError, visitor::Visitor};
use axum::http::{HeaderValue, StatusCode, header, request::Parts, uri::Authority};
use domain::{language::Language, shop::Shop, users::User};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// The shop behind the server.
pub(crate) fn shop() -> Result<Shop, ActionError> {
    use_context().ok_or(ActionError::Unavailable)
}

/// The administrator who calls, and the shop; nobody else gets further.
pub(crate) fn admin() -> Result<(User, Shop), ActionError> {
    let session = Visitor::current().session.ok_or(ActionError::SignedOut)?;
    Ok((session.user, shop()?))
}

/// The visitor's language.
pub(crate) fn language() -> Language {
    Visitor::current().language
}

/// The path of this page.
pub(crate) fn path() -> String {
    use_context::<Parts>().map_or_else(String::new, |parts| parts.uri.path().to_owned())
}

/// The path of this page with its query.
pub(crate) fn address() -> String {
    use_context::<Parts>().map_or_else(String::new, |parts| parts.uri.to_string())
}

/// Where this site is, as whoever looks at it has reached it: `https://shop.example`.
pub(crate) fn origin() -> String {
    let scheme = match Visitor::current().secure {
        true => "https",
        false => "http",
    };
    let parts = use_context::<Parts>();
    // HTTP/2 has the host in the address.
    let host = parts.as_ref().and_then(|parts| {
        let header = || parts.headers.get(header::HOST)?.to_str().ok();
        parts.uri.authority().map(Authority::as_str).or_else(header)
    });
    format!("{scheme}://{}", host.unwrap_or_default())
}

/// Gives the answer the status of an error, and says when to try again.
pub(crate) fn set_error(error: &ActionError) {
    let Some(response) = use_context::<ResponseOptions>() else {
        return;
    };
    response.set_status(error.status());
    if let Some(seconds) = error.retry_after() {
        response.insert_header(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// Gives the answer a status.
pub(crate) fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Passes a server function's result on; where it is an error, the answer gets its
/// status.
pub(crate) fn answer<T>(result: Result<T, ActionError>) -> Result<T, ActionError> {
    result.inspect_err(set_error)
}

/// Answers with the way to another page.
pub(crate) fn lead_to(path: &'static str) -> AnyView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::FOUND);
        response.insert_header(header::LOCATION, HeaderValue::from_static(path));
    }
    ().into_any()
}
