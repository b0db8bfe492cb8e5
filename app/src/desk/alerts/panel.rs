//! What one can set of the alerts on this device, as the server draws it. `settings` fills it
//! in and listens to it: nothing of its texts is in the WebAssembly.

use crate::{
    request::language,
    ui::{Icon, Shape},
};
use leptos::prelude::*;

/// For how many minutes it can be muted.
const MUTES: [u32; 3] = [15, 60, 240];

/// The settings of this device, folded away. They are hidden until the page lives.
#[component]
pub fn AlertPanel() -> impl IntoView {
    let language = language();
    let sounds = [
        ("order", tr!(language, "alerts.test_order")),
        ("finish", tr!(language, "alerts.test_finish")),
        ("message", tr!(language, "alerts.test_message")),
        ("cancel", tr!(language, "alerts.test_cancel")),
        ("hurry", tr!(language, "alerts.test_hurry")),
    ];
    let sounds = sounds.map(|(sound, label)| {
        view! {
            <button type="button" class="button button--quiet" data-sound=sound>
                {label}
            </button>
        }
    });
    let mutes = MUTES.map(|minutes| {
        view! {
            <button type="button" class="button button--quiet" data-mute=minutes.to_string()>
                {tr!(language, "alerts.minutes", count = minutes)}
            </button>
        }
    });
    let switch = |name: &'static str, label| {
        view! {
            <label class="box">
                <input type="checkbox" name=name />
                <span>{label}</span>
            </label>
        }
    };
    // What stands in the way of notifications, and what to do about it: one is shown.
    let obstacles = [
        ("insecure", tr!(language, "alerts.notify_insecure")),
        ("missing", tr!(language, "alerts.notify_missing")),
        ("denied", tr!(language, "alerts.notify_denied")),
    ];
    let obstacles = obstacles.map(|(obstacle, text)| {
        view! {
            <p class="field__hint" data-obstacle=obstacle role="status" hidden>
                {text}
            </p>
        }
    });
    view! {
        <details class="alert-panel keeps-place" hidden>
            <summary class="button button--quiet">
                <Icon shape=Shape::Bell />
                <span class="alert-panel__label">{tr!(language, "alerts.title")}</span>
            </summary>
            <div class="alert-panel__fields">
                <p class="field__hint">{tr!(language, "alerts.device")}</p>
                {switch("sound", tr!(language, "alerts.sound"))}
                <label class="alert-panel__volume">
                    <span>{tr!(language, "alerts.volume")}</span>
                    <input type="range" name="volume" min="0" max="100" step="5" />
                </label>
                <fieldset>
                    <legend>{tr!(language, "alerts.test")}</legend>
                    {sounds}
                </fieldset>
                {switch("speech", tr!(language, "alerts.speech"))}
                <fieldset>
                    <legend>{tr!(language, "alerts.mute")}</legend>
                    {mutes}
                </fieldset>
                <fieldset>
                    <legend>{tr!(language, "alerts.quiet_hours")}</legend>
                    <label>
                        <span>{tr!(language, "alerts.from")}</span>
                        <input type="time" name="quiet_from" />
                    </label>
                    <label>
                        <span>{tr!(language, "alerts.to")}</span>
                        <input type="time" name="quiet_to" />
                    </label>
                </fieldset>
                {switch("notifications", tr!(language, "alerts.notifications"))}
                {obstacles}
                {switch("counter", tr!(language, "alerts.counter"))}
            </div>
        </details>
    }
}
