//! What is around every page of the back office: the live connection, the state
//! that it feeds, the status bar, the popups, and the count in the title.
//!
//! [`AdminFrame`] is an ordinary component; the page's one island puts the content inside of it.
//!
//! The frame is no island of its own with the content as a nested island. Leptos
//! hydrates a nested island after the one around it, and waits in between. By then the
//! outer one has opened the connection and taken events in, so the state is not any more
//! what the server drew, and hydrating the content from it fails.

pub mod accept_all;
pub mod announcer;
mod clearance;
mod dismissed;
pub mod page_changed;
pub mod presence;
mod redrawn;
mod spoken;
pub mod status_bar;
mod swipe;
pub mod toast_card;
pub mod toaster;
mod unread;

use super::{actions::DeskSnapshot, alerts::unseen::badge, context::AdminContext};
use crate::{
    erased::effect,
    live::{connection, update::StreamTarget},
};
use domain::Timestamp;
use leptos::prelude::*;
use status_bar::StatusBar;
use std::{ops::ControlFlow, time::Duration};
use toaster::Toaster;

/// The frame around a page's content. Everything inside gets the [`AdminContext`].
#[component]
pub fn AdminFrame<Content: IntoView + 'static>(
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// The page's content.
    children: TypedChildren<Content>,
) -> impl IntoView {
    let context = AdminContext::new(snapshot);
    provide_context(context);
    effect(move || mount(context));
    count_in_the_title(context);
    let content = children.into_inner()();
    view! {
        <StatusBar />
        {content}
        <Toaster />
    }
}

/// Opens the connection, from the cursor that the server rendered, and lets the clock
/// go on.
fn mount(context: AdminContext) {
    context.change(|state| dismissed::recall().for_each(|event| state.toasts.dismiss(event)));
    context.is_mounted.set(true);
    context.mount();
    unread::mount(context);
    redrawn::mount(context);
    spoken::mount(context);
    let target = StreamTarget {
        url: "/sse/subscribe".to_owned(),
        user: Some(context.user.get_value()),
    };
    connection::open(
        target,
        move || Some(context.state.with_untracked(|state| state.cursor)),
        move |update| {
            context.apply(update);
            ControlFlow::Continue(())
        },
    );
    set_interval(
        move || {
            let next = |now: &mut Timestamp| *now = Timestamp::from_millis(now.millis() + 1000);
            // The tick that ends it sets the clock right.
            if !context.is_catching_up.get_value() {
                context.now.update(next);
            }
        },
        Duration::from_secs(1),
    );
}

/// Shows how many orders wait where one sees it without looking at the page.
fn count_in_the_title(context: AdminContext) {
    let title = Memo::new(move |_| {
        context.language.track();
        document().title()
    });
    let waiting = Memo::new(move |_| context.state.with(|state| state.counts().waiting));
    effect(move || {
        let count = waiting.get();
        document().set_title(&match (count, title.get()) {
            (0, title) => title,
            (count, title) => format!("({count}) {title}"),
        });
        badge::show(count);
    });
}
