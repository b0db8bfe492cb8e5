//! The settings of this device: fills in the panel that the server drew, and listens to it.

use super::{
    context::Alerts, player::Sound, preferences::Preferences, ringer::sample, unseen::notifications,
};
use crate::{desk::urgency::Urgency, erased::effect, ui::focus};
use domain::Timestamp;
use leptos::{ev, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The panel.
const PANEL: &str = ".alert-panel";

/// Brings the panel to life, for as long as the page lives.
pub(super) fn mount(alerts: Alerts) {
    let Ok(Some(panel)) = document().query_selector(PANEL) else {
        return;
    };
    // An element has such an attribute, or not.
    let _ = panel.remove_attribute("hidden");
    effect(move || {
        let preferences = alerts.preferences.get();
        fill_in(&panel, &preferences);
    });
    // The listeners stay as long as the page.
    let _ = window_event_listener(ev::change, move |event| {
        if let Some(field) = in_panel(event.target())
            && let Ok(field) = field.dyn_into::<HtmlInputElement>()
        {
            take_in(alerts, &field);
        }
    });
    let _ = window_event_listener(ev::click, move |event| match in_panel(event.target()) {
        Some(button) => press(alerts, &button),
        None => fold_away(),
    });
    // It lies over the page: who goes on must see where.
    let _ = window_event_listener(ev::focusin, move |event| {
        if in_panel(event.target()).is_none() {
            fold_away();
        }
    });
    let _ = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && in_panel(event.target()).is_some() {
            fold_away();
            focus(&format!("{PANEL} summary"));
        }
    });
}

fn fold_away() {
    if let Ok(Some(panel)) = document().query_selector(PANEL) {
        // An element has such an attribute, or not.
        let _ = panel.remove_attribute("open");
    }
}

/// The element of the panel of which an event tells.
fn in_panel(target: Option<web_sys::EventTarget>) -> Option<Element> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest(PANEL).ok()??;
    Some(element)
}

/// Shows what is set.
fn fill_in(panel: &Element, preferences: &Preferences) {
    let field = |name: &str| {
        let found = panel.query_selector(&format!("[name={name}]"));
        found.ok().flatten()?.dyn_into::<HtmlInputElement>().ok()
    };
    let (from, to) = preferences.quiet.clone().unwrap_or_default();
    for (name, value) in [
        ("volume", preferences.volume.to_string()),
        ("quiet_from", from),
        ("quiet_to", to),
    ] {
        if let Some(field) = field(name) {
            field.set_value(&value);
        }
    }
    for (name, is_on) in [
        ("sound", preferences.sound),
        ("speech", preferences.speech),
        ("counter", preferences.counter),
        ("notifications", preferences.notifications),
    ] {
        if let Some(field) = field(name) {
            field.set_checked(is_on);
        }
    }
    let obstacle = notifications::obstacle();
    if let Some(field) = field("notifications") {
        field.set_disabled(obstacle.is_some());
    }
    if let Ok(hints) = panel.query_selector_all("[data-obstacle]") {
        for index in 0..hints.length() {
            let hint = hints.item(index).map(JsCast::unchecked_into::<HtmlElement>);
            if let Some(hint) = hint {
                let is_it = hint.get_attribute("data-obstacle").as_deref() == obstacle;
                hint.set_hidden(!is_it);
            }
        }
    }
}

/// Takes in what was changed.
fn take_in(alerts: Alerts, field: &HtmlInputElement) {
    let (is_on, value) = (field.checked(), field.value());
    let name = field.name();
    if name == "notifications" {
        notifications::set(alerts, is_on);
        return;
    }
    alerts.set(|preferences| match name.as_str() {
        "sound" => preferences.sound = is_on,
        "speech" => preferences.speech = is_on,
        "counter" => preferences.counter = is_on,
        "volume" => preferences.volume = value.parse().unwrap_or(preferences.volume),
        "quiet_from" | "quiet_to" => {
            let mut quiet = preferences.quiet.take().unwrap_or_default();
            match name.as_str() {
                "quiet_from" => quiet.0 = value,
                _ => quiet.1 = value,
            }
            // One end alone is midnight's other side.
            preferences.quiet = (quiet != Default::default()).then_some(quiet);
        }
        _ => {}
    });
    if name == "volume" {
        sample(alerts, Sound::Order(Urgency::Fresh));
    }
}

/// Does what a button says.
fn press(alerts: Alerts, button: &Element) {
    if let Some(minutes) = button.get_attribute("data-mute") {
        let minutes = minutes.parse::<i64>().unwrap_or_default();
        let now = alerts.admin.now.get_untracked().millis();
        let until = Timestamp::from_millis(now + minutes * 60_000);
        alerts.set(|preferences| preferences.muted_until = until);
    }
    match button.get_attribute("data-sound").as_deref() {
        Some("order") => sample(alerts, Sound::Order(Urgency::Overdue)),
        Some("finish") => sample(alerts, Sound::Finish),
        Some("message") => sample(alerts, Sound::Message),
        Some("cancel") => sample(alerts, Sound::Cancel),
        Some("hurry") => sample(alerts, Sound::Hurry),
        _ => {}
    }
}
