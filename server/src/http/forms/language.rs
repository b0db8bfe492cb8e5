//! Choosing the language.

use app::visitor::{Visitor, language_cookie};
use axum::{
    Extension, Form,
    http::header::SET_COOKIE,
    response::{IntoResponse, Redirect, Response},
};
use domain::language::Language;
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Choice {
    language: Language,
    /// The page to go back to.
    #[serde(default)]
    back: String,
}

/// `POST /language`: remembers the choice, and goes back to the page.
pub(crate) async fn choose(
    Extension(visitor): Extension<Visitor>,
    Form(choice): Form<Choice>,
) -> Response {
    let cookie = language_cookie(choice.language, visitor.secure);
    ([(SET_COOKIE, cookie)], Redirect::to(own_page(&choice.back))).into_response()
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
