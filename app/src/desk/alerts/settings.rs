//! What one can set of the alerts on this device.

use super::{
    context::Alerts, player::Sound, preferences::Preferences, ring::Urgency, ringer::sound,
};
use crate::ui::{Icon, Shape};
use domain::Timestamp;
use leptos::prelude::*;

/// For how many minutes it can be muted.
const MUTES: [u32; 3] = [15, 60, 240];

/// The settings of this device, folded away.
#[component]
pub fn AlertSettings() -> impl IntoView {
    let alerts = Alerts::current();
    let language = alerts.admin.language;
    view! {
        <details class="alerts__settings">
            <summary class="button button--quiet">
                <Icon shape=Shape::Sliders />
                {tr!(language, "alerts.title")}
            </summary>
            <div class="alerts__panel">
                <p class="field__hint">{tr!(language, "alerts.device")}</p>
                <Switch
                    label=tr!(language, "alerts.sound").into_owned()
                    get=|preferences| preferences.sound
                    set=|preferences, on| preferences.sound = on
                />
                <Volume />
                <Tests />
                <Switch
                    label=tr!(language, "alerts.speech").into_owned()
                    get=|preferences| preferences.speech
                    set=|preferences, on| preferences.speech = on
                />
                <Mutes />
                <QuietHours />
                <Switch
                    label=tr!(language, "alerts.counter").into_owned()
                    get=|preferences| preferences.counter
                    set=|preferences, on| preferences.counter = on
                />
            </div>
        </details>
    }
}

/// Something that is on or off.
#[component]
fn Switch(
    label: String,
    get: fn(&Preferences) -> bool,
    set: fn(&mut Preferences, bool),
) -> impl IntoView {
    let alerts = Alerts::current();
    view! {
        <label class="box">
            <input
                type="checkbox"
                prop:checked=move || alerts.preferences.with(get)
                on:change=move |event| {
                    alerts.set(|preferences| set(preferences, event_target_checked(&event)));
                }
            />
            <span>{label}</span>
        </label>
    }
}

/// How loud it is.
#[component]
fn Volume() -> impl IntoView {
    let alerts = Alerts::current();
    view! {
        <label class="alerts__volume">
            <span>{tr!(alerts.admin.language, "alerts.volume")}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="5"
                prop:value=move || alerts.preferences.with(|all| all.volume.to_string())
                on:change=move |event| {
                    let volume = event_target_value(&event).parse().unwrap_or(100);
                    alerts.set(|preferences| preferences.volume = volume);
                    sound(alerts, Sound::Order(Urgency::Fresh), None);
                }
            />
        </label>
    }
}

/// Each sound, to listen to.
#[component]
fn Tests() -> impl IntoView {
    let alerts = Alerts::current();
    let language = alerts.admin.language;
    let sounds = [
        (
            tr!(language, "alerts.test_order"),
            Sound::Order(Urgency::Overdue),
        ),
        (tr!(language, "alerts.test_finish"), Sound::Finish),
        (tr!(language, "alerts.test_message"), Sound::Message),
        (tr!(language, "alerts.test_cancel"), Sound::Cancel),
    ];
    let buttons = sounds.into_iter().map(|(label, kind)| {
        let spoken = matches!(kind, Sound::Order(_));
        let listen = move |_| {
            let text = spoken.then(|| tr!(language, "alerts.spoken_order").into_owned());
            sound(alerts, kind, text);
        };
        view! {
            <button type="button" class="button button--quiet" on:click=listen>
                {label}
            </button>
        }
    });
    view! {
        <fieldset class="alerts__tests">
            <legend>{tr!(language, "alerts.test")}</legend>
            {buttons.collect_view()}
        </fieldset>
    }
}

/// Silence for a while, which ends by itself.
#[component]
fn Mutes() -> impl IntoView {
    let alerts = Alerts::current();
    let language = alerts.admin.language;
    let buttons = MUTES.into_iter().map(|minutes| {
        let mute = move |_| {
            let now = alerts.admin.now.get_untracked().millis();
            let until = Timestamp::from_millis(now + i64::from(minutes) * 60_000);
            alerts.set(|preferences| preferences.muted_until = until);
        };
        view! {
            <button type="button" class="button button--quiet" on:click=mute>
                {tr!(language, "alerts.minutes", count = minutes)}
            </button>
        }
    });
    view! {
        <fieldset class="alerts__tests">
            <legend>{tr!(language, "alerts.mute")}</legend>
            {buttons.collect_view()}
        </fieldset>
    }
}

/// The hours in which it is quiet each day.
#[component]
fn QuietHours() -> impl IntoView {
    let alerts = Alerts::current();
    let language = alerts.admin.language;
    let quiet = move || {
        alerts
            .preferences
            .with(|all| all.quiet.clone())
            .unwrap_or_default()
    };
    let set = move |change: fn(&mut (String, String), String), text: String| {
        alerts.set(|preferences| {
            let mut quiet = preferences.quiet.take().unwrap_or_default();
            change(&mut quiet, text);
            // One end alone is midnight's other side.
            preferences.quiet = (quiet != Default::default()).then_some(quiet);
        });
    };
    view! {
        <fieldset class="alerts__quiet">
            <legend>{tr!(language, "alerts.quiet_hours")}</legend>
            <label>
                <span>{tr!(language, "alerts.from")}</span>
                <input
                    type="time"
                    prop:value=move || quiet().0
                    on:change=move |event| set(|quiet, text| quiet.0 = text, event_target_value(&event))
                />
            </label>
            <label>
                <span>{tr!(language, "alerts.to")}</span>
                <input
                    type="time"
                    prop:value=move || quiet().1
                    on:change=move |event| set(|quiet, text| quiet.1 = text, event_target_value(&event))
                />
            </label>
        </fieldset>
    }
}
