//! The state of things at a glance: connection, clock, counters, colleagues.

use super::presence::Presence;
use crate::{
    desk::{alerts::bar::AlertBar, context::AdminContext},
    erased::live_text,
    ui::{ConnectionStatus, Icon, Shape},
    words::time_of_day,
};
use leptos::prelude::*;

/// The bar above the orders.
#[component]
pub fn StatusBar() -> impl IntoView {
    let context = AdminContext::current();
    let counts = Memo::new(move |_| context.state.with(|state| state.counts()));
    view! {
        <div class="status-bar">
            <ConnectionStatus language=context.language state=context.connection offset=context.offset />
            <p class="clock">
                <Icon shape=Shape::Clock />
                <span class="visually-hidden">{context.text(|language| tr!(language, "desk.clock"))}</span>
                <time>{live_text(move || time_of_day(context.now.get(), context.offset.get(), true))}</time>
            </p>
            <dl class="counters">
                <div class="counters__counter counters__counter--waiting">
                    <dt>{context.text(|language| tr!(language, "desk.waiting"))}</dt>
                    <dd data-count="waiting">{live_text(move || counts.get().waiting.to_string())}</dd>
                </div>
                <div class="counters__counter">
                    <dt>{context.text(|language| tr!(language, "desk.open"))}</dt>
                    <dd data-count="open">{live_text(move || counts.get().open.to_string())}</dd>
                </div>
                <div class="counters__counter">
                    <dt>{context.text(|language| tr!(language, "desk.finished"))}</dt>
                    <dd data-count="finished">{live_text(move || counts.get().finished.to_string())}</dd>
                </div>
            </dl>
            <AlertBar />
            <Presence />
        </div>
        <noscript>
            <p class="notice">{tr!(context.language.get_untracked(), "desk.noscript")}</p>
        </noscript>
    }
}
