//! Who is there.

use crate::{
    desk::context::AdminContext,
    erased::{ShowBuilt, live_text},
    live::state::ConnectionState,
    ui::{Icon, Shape},
    words,
};
use delivery::control::UserOnline;
use leptos::prelude::*;

/// How many pages are open, and whose. The tooltip says on how many devices.
#[component]
pub fn Presence() -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let presence = Memo::new(move |_| context.state.with(|state| state.presence.clone()));
    // Who is there is known only as long as the stream says so.
    let is_known = move || context.connection.get() == ConnectionState::Live;
    let pages = move || presence.with(|presence| presence.pages.max(presence.streams));
    let names = move || {
        presence.with(|presence| {
            let names = presence.users.iter().map(|user| match pages_of(user) {
                1 => user.name.clone(),
                pages => format!("{} ×{pages}", user.name),
            });
            names.collect::<Vec<_>>().join(" · ")
        })
    };
    let details = move || {
        let details = presence.with(|presence| {
            let users = presence.users.iter();
            let details = users.map(|user| {
                words::presence(language.get(), &user.name, user.devices, pages_of(user))
            });
            details.collect::<Vec<_>>().join("\n")
        });
        is_known().then_some(details)
    };
    view! {
        <p class="presence" title=details>
            <Icon shape=Shape::People />
            <span class="visually-hidden">{context.text(|language| tr!(language, "desk.presence"))}</span>
            {live_text(move || if is_known() { "" } else { "–" })}
            <ShowBuilt when=is_known>
                <strong data-count="streams">{live_text(move || pages().to_string())}</strong>
                <span class="presence__names">{live_text(names)}</span>
            </ShowBuilt>
        </p>
    }
}

/// How many pages a user has open; at least one for each stream.
fn pages_of(user: &UserOnline) -> u32 {
    user.pages.max(user.streams)
}
