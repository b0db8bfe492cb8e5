//! The truth about the live connection, always in sight.

use super::icon::{Icon, Shape};
use crate::{
    erased::{ShowBuilt, built, live_text},
    live::state::ConnectionState,
    words::time_of_day,
};
use domain::{Timestamp, language::Language};
use leptos::{either::Either, prelude::*};

/// A chip that says whether the page is live, and if not, since when and what
/// happens next.
#[component]
pub fn ConnectionStatus(
    /// The language to say it in.
    #[prop(into)]
    language: Signal<Language>,
    /// The connection's state.
    #[prop(into)]
    state: Signal<ConnectionState>,
    /// How far the shop's zone is ahead of UTC, in seconds.
    #[prop(into)]
    offset: Signal<i32>,
) -> impl IntoView {
    let kind = move || match state.get() {
        ConnectionState::Opening => "opening",
        ConnectionState::Live => "live",
        ConnectionState::Lost { .. } => "lost",
        ConnectionState::SignedOut => "signed-out",
        ConnectionState::Over => "over",
        ConnectionState::Unsupported => "unsupported",
    };
    let text = move || match state.get() {
        ConnectionState::Opening => tr!(language.get(), "link.opening").into_owned(),
        ConnectionState::Live => tr!(language.get(), "link.live").into_owned(),
        ConnectionState::Lost {
            retry_in,
            since,
            is_full,
        } => lost(language.get(), retry_in, since, is_full, offset.get()),
        ConnectionState::SignedOut => tr!(language.get(), "link.signed_out").into_owned(),
        ConnectionState::Over => tr!(language.get(), "link.over").into_owned(),
        ConnectionState::Unsupported => tr!(language.get(), "link.unsupported").into_owned(),
    };
    // A screen reader hears that the state changed, not each second of it.
    let spoken = Memo::new(move |_| match state.get() {
        ConnectionState::Lost { since, is_full, .. } => {
            lost(language.get(), 0, since, is_full, offset.get())
        }
        _ => text(),
    });
    let icon = move || match state.get() {
        ConnectionState::Live | ConnectionState::Over => {
            Either::Right(built(view! { <span class="chip__dot"></span> }))
        }
        // What the server draws.
        ConnectionState::Opening => Either::Left(view! { <Icon shape=Shape::Clock /> }),
        _ => Either::Right(built(view! { <Icon shape=Shape::Warning /> })),
    };
    view! {
        <span class="chip" data-link=live_text(kind)>
            {icon}
            <span aria-hidden="true">{live_text(text)}</span>
            <span class="visually-hidden" role="status">
                {live_text(move || spoken.get())}
            </span>
            <ShowBuilt when=move || state.get() == ConnectionState::SignedOut>
                <a href="/sign-in">{live_text(move || tr!(language.get(), "link.sign_in"))}</a>
            </ShowBuilt>
        </span>
    }
}

fn lost(
    language: Language,
    retry_in: u32,
    since: Option<Timestamp>,
    is_full: bool,
    offset: i32,
) -> String {
    let next = match retry_in {
        0 => tr!(language, "link.trying"),
        seconds => tr!(language, "link.retry_in", seconds = seconds),
    };
    if is_full {
        return tr!(language, "link.full", next = next).into_owned();
    }
    match since {
        Some(since) => {
            let time = time_of_day(since, offset, false);
            tr!(language, "link.stale_since", time = time, next = next).into_owned()
        }
        None => next.into_owned(),
    }
}
