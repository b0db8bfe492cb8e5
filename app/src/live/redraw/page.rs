//! The page, once more.

use super::morph::morph;
use gloo_net::http::Request;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, SupportedType};

/// What may change.
pub(super) const LIVE: &str = "[data-live]";

/// What may change by itself, and not by the answer to a form alone.
const FOLLOWS: &str = "[data-live]:not([data-live-by=form])";

/// Names the address of the same page whose list begins where this one does.
const FROM: &str = "data-live-from";

/// Whether a form was refused: what is said at its fields stays until it is sent again.
const REFUSED: &str = "[data-live] [aria-invalid=true]";

/// Whether anything of the page may change.
pub fn is_live() -> bool {
    matches!(document().query_selector(FOLLOWS), Ok(Some(_)))
}

/// Draws the page once more. Where there is no answer the page stays as it is.
pub(super) async fn redraw() {
    if matches!(document().query_selector(REFUSED), Ok(Some(_))) {
        return;
    }
    let Some(address) = address() else {
        return;
    };
    if let Ok(answer) = Request::get(&address).send().await
        && answer.ok()
        && !answer.redirected()
        && let Ok(page) = answer.text().await
    {
        take_over(&page, FOLLOWS);
    }
}

/// Where the page is that is shown.
fn address() -> Option<String> {
    let part = document().query_selector(&format!("[{FROM}]")).ok()?;
    let from = part.and_then(|part| part.get_attribute(FROM));
    from.or_else(|| window().location().href().ok())
}

/// Puts what another drawing of the page has in the place of what is shown, of the parts
/// that `parts` selects.
pub(super) fn take_over(page: &str, parts: &str) {
    let parsed =
        DomParser::new().and_then(|parser| parser.parse_from_string(page, SupportedType::TextHtml));
    let Ok(drawn) = parsed else {
        return;
    };
    for shown in shown(parts) {
        if let Some(part) = counterpart(&drawn, &shown) {
            morph(&shown, &part);
        }
    }
}

fn shown(parts: &str) -> Vec<Element> {
    let Ok(parts) = document().query_selector_all(parts) else {
        return Vec::new();
    };
    let parts = (0..parts.length()).filter_map(|place| parts.item(place));
    parts.filter_map(|part| part.dyn_into().ok()).collect()
}

fn counterpart(drawn: &Document, shown: &Element) -> Option<Element> {
    let name = shown.get_attribute("data-live")?;
    drawn
        .query_selector(&format!("[data-live=\"{name}\"]"))
        .ok()?
}
