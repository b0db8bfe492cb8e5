//! The page, once more.

use super::morph::morph;
use gloo_net::http::Request;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, SupportedType};

/// What may change.
pub(super) const LIVE: &str = "[data-live]";

/// What may change by itself: what was done is said on every page, by an answer alone.
const FOLLOWS: &str = "[data-live]:not([data-live=said])";

/// Whether a form was refused: what is said at its fields stays until it is sent again.
const REFUSED: &str = "[data-live] [aria-invalid=true]";

/// Whether anything of the page may change.
pub fn is_live() -> bool {
    matches!(document().query_selector(FOLLOWS), Ok(Some(_)))
}

/// Draws the page once more. Where there is no answer the page stays as it is.
pub async fn redraw() {
    if matches!(document().query_selector(REFUSED), Ok(Some(_))) {
        return;
    }
    let Ok(address) = window().location().href() else {
        return;
    };
    if let Ok(answer) = Request::get(&address).send().await
        && answer.ok()
        && !answer.redirected()
        && let Ok(page) = answer.text().await
    {
        take_over(&page);
    }
}

/// Puts what another drawing of the page has in the place of what is shown.
pub(super) fn take_over(page: &str) {
    let parsed =
        DomParser::new().and_then(|parser| parser.parse_from_string(page, SupportedType::TextHtml));
    let Ok(drawn) = parsed else {
        return;
    };
    for shown in live_parts() {
        if let Some(part) = counterpart(&drawn, &shown) {
            morph(&shown, &part);
        }
    }
}

fn live_parts() -> Vec<Element> {
    let Ok(parts) = document().query_selector_all(LIVE) else {
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
