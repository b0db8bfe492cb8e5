//! What a page or a server function finds in the request that it answers, and what
//! it can say beside its answer.

use crate::{
    errors::{ActionError, Refusal},
    visitor::Visitor,
    words,
};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use domain::{language::Language, money::Currency, shop::Shop, users::User};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::use_params_map;

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

/// The part of this page's path that its route calls `id`. To be asked before the page waits
/// for anything.
pub(crate) fn path_id() -> Option<String> {
    use_params_map().with_untracked(|params| params.get("id"))
}

/// The path of this page with its query.
pub(crate) fn address() -> String {
    use_context::<Parts>().map_or_else(String::new, |parts| parts.uri.to_string())
}

/// Where this site is, as whoever looks at it has reached it: `https://shop.example`.
pub(crate) fn origin() -> String {
    let parts = use_context::<Parts>();
    parts.map_or_else(String::new, |parts| {
        Visitor::current().origin(&parts.uri, &parts.headers)
    })
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

/// Passes the result of a server function of the back office on; where it is an error, the
/// answer gets its status, and says why in words.
pub(crate) fn answer<T>(result: Result<T, ActionError>) -> Result<T, Refusal> {
    result.map_err(|error| refuse(&error, words::refusal))
}

/// Gives the answer the status of an error, and says why as `text_of` puts it.
pub(crate) fn refuse(
    error: &ActionError,
    text_of: impl Fn(Language, &ActionError) -> String,
) -> Refusal {
    set_error(error);
    let language = language();
    let faults = match error {
        ActionError::Invalid(faults) => words::faults(language, faults, currency()),
        _ => Vec::new(),
    };
    Refusal {
        text: text_of(language, error),
        faults,
    }
}

/// What the shop's prices are in.
fn currency() -> Currency {
    shop().map_or_else(|_| Currency::CNY, |shop| shop.settings().currency)
}

/// Answers with the way to another page.
pub(crate) fn lead_to(path: &'static str) -> AnyView {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(StatusCode::FOUND);
        response.insert_header(header::LOCATION, HeaderValue::from_static(path));
    }
    ().into_any()
}
