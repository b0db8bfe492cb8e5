//! Reads the texts from the page.

use super::ELEMENT;
use crate::json::from_page;
use js_sys::{JSON, JsString, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::{borrow::Cow, cell::RefCell};

thread_local! {
    static TEXTS: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The text of that name, with `%{name}` replaced by each value; the name itself where the
/// page has no such text.
pub(crate) fn text(key: &'static str, values: &[(&str, String)]) -> Cow<'static, str> {
    let found = TEXTS.with(|texts| {
        let mut texts = texts.try_borrow_mut().ok()?;
        let text = Reflect::get(texts.get_or_insert_with(read), &key.into()).ok()?;
        text.dyn_into::<JsString>().ok()
    });
    let Some(mut text) = found else {
        return key.into();
    };
    for (name, value) in values {
        // The browser's own `replace` would give a `$` in the value a meaning.
        text = text.split(&format!("%{{{name}}}")).join(value);
    }
    String::from(text).into()
}

/// Reads them from the page once more, which speaks another language now.
pub(crate) fn read_again() {
    TEXTS.set(None);
}

fn read() -> JsValue {
    let texts = from_page(ELEMENT).and_then(|json| JSON::parse(&json).ok());
    texts.unwrap_or_default()
}
