//! The state of things at a glance: connection, clock, counters, colleagues.

use crate::{
    desk::context::AdminContext,
    live::link::Link,
    ui::{ConnectionStatus, Icon, Shape},
    words::time_of_day,
};
use leptos::prelude::*;

/// The bar above the orders.
#[component]
pub fn StatusBar() -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let counts = Memo::new(move |_| context.state.with(|state| state.counts()));
    let presence = Memo::new(move |_| context.state.with(|state| state.presence.clone()));
    let names = move || {
        presence.with(|presence| {
            let names = presence.users.iter().map(|user| match user.streams {
                1 => user.name.clone(),
                streams => format!("{} ×{streams}", user.name),
            });
            names.collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <div class="status-bar">
            <ConnectionStatus language link=context.connection offset=context.offset />
            <p class="clock">
                <Icon shape=Shape::Clock />
                <span class="visually-hidden">{tr!(language, "desk.clock")}</span>
                <time>{move || time_of_day(context.now.get(), context.offset.get(), true)}</time>
            </p>
            <dl class="counters">
                <div class="counters__counter counters__counter--waiting">
                    <dt>{tr!(language, "desk.waiting")}</dt>
                    <dd data-count="waiting">{move || counts.get().waiting}</dd>
                </div>
                <div class="counters__counter">
                    <dt>{tr!(language, "desk.open")}</dt>
                    <dd data-count="open">{move || counts.get().open}</dd>
                </div>
                <div class="counters__counter">
                    <dt>{tr!(language, "desk.finished")}</dt>
                    <dd data-count="finished">{move || counts.get().finished}</dd>
                </div>
            </dl>
            <p class="presence">
                <Icon shape=Shape::People />
                <span class="visually-hidden">{tr!(language, "desk.presence")}</span>
                // Who is there is known only as long as the stream says so.
                <Show when=move || context.connection.get() == Link::Live fallback=|| "–">
                    <strong data-count="streams">{move || presence.with(|p| p.streams)}</strong>
                    <span class="presence__names">{names}</span>
                </Show>
            </p>
        </div>
        <noscript>
            <p class="notice">{tr!(language, "desk.noscript")}</p>
        </noscript>
    }
}
