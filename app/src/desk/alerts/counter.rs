//! Counter mode: the page is large, and the screen of the device stays on.

use super::{context::Alerts, optional};
use crate::erased::effect;
use js_sys::Reflect;
use leptos::prelude::*;

/// Switches it on and off for as long as the page lives.
pub(super) fn mount(alerts: Alerts) {
    let is_on = Memo::new(move |_| alerts.preferences.with(|preferences| preferences.counter));
    let keep_awake = move || {
        if is_on.get_untracked() && !document().hidden() {
            keep_screen_on();
        }
    };
    effect(move || {
        let classes = document().document_element().map(|root| root.class_list());
        if let Some(classes) = classes {
            // An element takes any class.
            let _ = classes.toggle_with_force("counter", is_on.get());
        }
        keep_awake();
    });
    // The system takes the lock back with each page that is hidden.
    let _ = window_event_listener_untyped("visibilitychange", move |_| keep_awake());
}

/// Asks that the screen stays on (Screen Wake Lock API). Where it is not to be had, as
/// without TLS, the page is large all the same.
fn keep_screen_on() {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into());
    optional::call(&lock.unwrap_or_default(), "request", &"screen".into());
}
