//! What not every browser has, and web-sys has no stable word for.

use crate::erased::spawn;
use js_sys::{Function, Promise, Reflect, futures::JsFuture};
use leptos::wasm_bindgen::{JsCast, JsValue};

/// Calls `target.name(argument)`, if there is such a function. Whatever comes of it, also
/// later, is left as it is: the page does without.
pub(super) fn call(target: &JsValue, name: &str, argument: &JsValue) {
    let function = Reflect::get(target, &name.into());
    let Ok(Ok(function)) = function.map(JsCast::dyn_into::<Function>) else {
        return;
    };
    if let Ok(Ok(promise)) = function
        .call1(target, argument)
        .map(JsCast::dyn_into::<Promise>)
    {
        spawn(async move {
            // Unheard, it would be told in the console.
            let _ = JsFuture::from(promise).await;
        });
    }
}
