//! Reads the texts from the page.

use super::ELEMENT;
use js_sys::{JSON, Reflect};
use leptos::{prelude::document, wasm_bindgen::JsValue};
use std::{borrow::Cow, cell::RefCell};

thread_local! {
    static TEXTS: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The text of that name, with `%{name}` replaced by each value; the name itself where the
/// page has no such text.
pub(crate) fn text(key: &'static str, values: &[(&str, String)]) -> Cow<'static, str> {
    let found = TEXTS.with(|texts| {
        let mut texts = texts.try_borrow_mut().ok()?;
        Reflect::get(texts.get_or_insert_with(read), &key.into())
            .ok()?
            .as_string()
    });
    let Some(mut text) = found else {
        return key.into();
    };
    for (name, value) in values {
        text = text.replace(&format!("%{{{name}}}"), value);
    }
    text.into()
}

/// Reads them from the page once more, which speaks another language now.
pub(crate) fn read_again() {
    TEXTS.set(None);
}

fn read() -> JsValue {
    let element = document().get_element_by_id(ELEMENT);
    let json = element.and_then(|element| element.text_content());
    let texts = json.and_then(|json| JSON::parse(&json).ok());
    texts.unwrap_or_default()
}
