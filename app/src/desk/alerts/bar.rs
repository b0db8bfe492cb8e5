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
    erased::{ShowBuilt, effect, live_text},
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
    effect(move || {
        alerts.mount();
        ringer::mount(alerts);
        settings::mount(alerts);
        notifications::mount(alerts);
        counter::mount(alerts);
    });
    view! {
        <div class="alerts">
            <ShowBuilt when=move || context.is_mounted.get()>
                <Silence />
                <Hushed />
            </ShowBuilt>
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
    let count = move || ringing.get().map_or(0, |(count, _)| count);
    let urgency = move || ringing.get().map_or("", |(_, urgency)| urgency.name());
    view! {
        <ShowBuilt when=move || ringing.get().is_some()>
            <button
                type="button"
                class="button alerts__silence"
                data-urgency=live_text(urgency)
                on:click=move |_| alerts.silence()
            >
                <Icon shape=Shape::Bell />
                {live_text(move || tr!(language.get(), "alerts.silence", count = count()))}
            </button>
        </ShowBuilt>
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
    let text = move || match hush.get() {
        Some(Hush::Off) => tr!(language.get(), "alerts.off"),
        Some(Hush::Muted(until)) => {
            let time = time_of_day(until, offset.get(), false);
            tr!(language.get(), "alerts.muted_until", time = time)
        }
        Some(Hush::Quiet) => tr!(language.get(), "alerts.quiet"),
        None if alerts.is_blocked.get() => tr!(language.get(), "alerts.blocked"),
        None => "".into(),
    };
    let heard = move |_| {
        alerts.set(|preferences| {
            preferences.sound = true;
            preferences.muted_until = Timestamp::from_millis(0);
        });
        sample(alerts, Sound::Order(Urgency::Fresh));
    };
    view! {
        <div class="alerts__hushed" role="status">
            {live_text(text)}
            <ShowBuilt when=move || {
                is_blocked() || matches!(hush.get(), Some(Hush::Off | Hush::Muted(_)))
            }>
                <button type="button" class="button button--quiet" on:click=heard>
                    {alerts.admin.text(|language| tr!(language, "alerts.enable"))}
                </button>
            </ShowBuilt>
        </div>
    }
}
