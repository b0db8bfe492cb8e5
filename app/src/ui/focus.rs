//! Leading the keyboard, and the screen reader, somewhere.

use leptos::{prelude::document, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Moves the focus to the first element that matches; whether there is one.
pub fn focus(selector: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(selector) else {
        return false;
    };
    // An element that takes no focus leaves it where it is.
    let _ = element.unchecked_into::<HtmlElement>().focus();
    true
}
