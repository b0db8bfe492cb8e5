//! Reads the texts from the page.

use super::ELEMENT;
use js_sys::{JSON, Reflect};
use leptos::{prelude::document, wasm_bindgen::JsValue};
use std::{borrow::Cow, cell::OnceCell};

thread_local! {
    static TEXTS: OnceCell<JsValue> = const { OnceCell::new() };
}

/// The text of that name, with `%{name}` replaced by each value; the name itself where the
/// page has no such text.
pub(crate) fn text(key: &'static str, values: &[(&str, String)]) -> Cow<'static, str> {
    let found = TEXTS.with(|texts| {
        let texts = texts.get_or_init(read);
        Reflect::get(texts, &key.into()).ok()?.as_string()
    });
    let Some(mut text) = found else {
        return key.into();
    };
    for (name, value) in values {
        text = text.replace(&format!("%{{{name}}}"), value);
    }
    text.into()
}

fn read() -> JsValue {
    let element = document().get_element_by_id(ELEMENT);
    let json = element.and_then(|element| element.text_content());
    let texts = json.and_then(|json| JSON::parse(&json).ok());
    texts.unwrap_or_default()
}
