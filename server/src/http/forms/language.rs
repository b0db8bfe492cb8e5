//! Choosing the language.

use crate::http::api_error::ApiError;
use app::visitor::{Visitor, language_cookie};
use axum::{
    Extension, Form,
    extract::State,
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use domain::{language::Language, shop::Shop};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Choice {
    language: Language,
    /// The page to go back to.
    #[serde(default)]
    back: String,
}

/// `POST /language`: remembers the choice, and goes back to the page. A cookie keeps it
/// for this browser. Who has chosen a language for all devices would see nothing of
/// that, so it becomes the choice for all of them.
pub(crate) async fn choose(
    State(shop): State<Shop>,
    Extension(visitor): Extension<Visitor>,
    Form(choice): Form<Choice>,
) -> Result<Response, ApiError> {
    let session = visitor.session.as_ref();
    if let Some(session) = session.filter(|session| session.language.is_some()) {
        let code = choice.language.code();
        let kept = shop.choose_language(code, &session.user).await;
        let currency = shop.settings().currency;
        kept.map_err(|error| ApiError::of_action(error, visitor.language, currency))?;
    }
    let cookie = language_cookie(choice.language, visitor.secure);
    let back = Redirect::to(own_page(&choice.back));
    Ok(([(SET_COOKIE, cookie)], back).into_response())
}

/// The path, if it is one of this site; a link must not lead elsewhere.
fn own_page(path: &str) -> &str {
    let sound = path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if sound { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::own_page;

    #[test]
    fn one_goes_back_to_this_site_only() {
        assert_eq!(own_page("/orders/abc?x=1"), "/orders/abc?x=1");
        for path in ["", "//evil", "https://evil", "/\\evil", "/a b", "/\r\nX: y"] {
            assert_eq!(own_page(path), "/", "{path}");
        }
    }
}
