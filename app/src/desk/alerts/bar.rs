//! What rings, and why nothing is heard, at a glance.

use super::{
    context::Alerts,
    counter,
    player::Sound,
    preferences::Hush,
    ring::Ring,
    ringer::{self, sample},
    settings,
    unseen::notifications,
};
use crate::{
    desk::{context::AdminContext, urgency::Urgency},
    ui::{Icon, Shape},
    words::time_of_day,
};
use domain::Timestamp;
use leptos::prelude::*;

/// The alerts of the page: makes them heard, shows how they are, and lets one change that.
#[component]
pub fn AlertBar() -> impl IntoView {
    let context = AdminContext::current();
    let alerts = Alerts::new(context);
    provide_context(alerts);
    Effect::new(move || {
        alerts.mount();
        ringer::mount(alerts);
        settings::mount(alerts);
        notifications::mount(alerts);
        counter::mount(alerts);
    });
    view! {
        <div class="alerts">
            <Show when=move || context.is_mounted.get()>
                <Silence />
                <Hushed />
            </Show>
        </div>
    }
}

/// Silences what rings.
#[component]
fn Silence() -> impl IntoView {
    let alerts = Alerts::current();
    let language = alerts.admin.language;
    let ringing = Memo::new(move |_| {
        let ring = alerts.ring.get();
        ring.map(|Ring { orders, urgency }| (orders.len(), urgency))
    });
    move || {
        let (count, urgency) = ringing.get()?;
        Some(view! {
            <button
                type="button"
                class="button alerts__silence"
                data-urgency=urgency.name()
                on:click=move |_| alerts.silence()
            >
                <Icon shape=Shape::Bell />
                {tr!(language.get(), "alerts.silence", count = count)}
            </button>
        })
    }
}

/// That nothing is heard, why, and the way back.
#[component]
fn Hushed() -> impl IntoView {
    let alerts = Alerts::current();
    let AdminContext {
        language,
        now,
        offset,
        ..
    } = alerts.admin;
    let hush = Memo::new(move |_| {
        let (now, offset) = (now.get(), offset.get());
        alerts
            .preferences
            .with(|preferences| preferences.hush(now, offset))
    });
    let is_blocked = move || hush.get().is_none() && alerts.is_blocked.get();
    let heard = move |_| {
        alerts.set(|preferences| {
            preferences.sound = true;
            preferences.muted_until = Timestamp::from_millis(0);
        });
        sample(alerts, Sound::Order(Urgency::Fresh));
    };
    let button = move || {
        view! {
            <button type="button" class="button button--quiet" on:click=heard>
                {alerts.admin.text(|language| tr!(language, "alerts.enable"))}
            </button>
        }
    };
    view! {
        <div class="alerts__hushed" role="status">
            {move || match hush.get() {
                Some(Hush::Off) => Some(tr!(language.get(), "alerts.off").into_owned()),
                Some(Hush::Muted(until)) => {
                    let time = time_of_day(until, offset.get(), false);
                    Some(tr!(language.get(), "alerts.muted_until", time = time).into_owned())
                }
                Some(Hush::Quiet) => Some(tr!(language.get(), "alerts.quiet").into_owned()),
                None if alerts.is_blocked.get() => {
                    Some(tr!(language.get(), "alerts.blocked").into_owned())
                }
                None => None,
            }}
            <Show when=move || {
                is_blocked() || matches!(hush.get(), Some(Hush::Off | Hush::Muted(_)))
            }>{button()}</Show>
        </div>
    }
}
