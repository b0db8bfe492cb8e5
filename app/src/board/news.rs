//! Keeps the board right while it hangs there.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use crate::live::{bell, redraw::redraw};
use delivery::Cursor;
use leptos::{prelude::*, task::spawn_local};

/// Draws the board anew whenever some order is new or another. It shows nothing itself.
#[island]
pub fn BoardNews(
    /// The unguessable name of the board's page.
    token: String,
    /// The newest event that the page knows of.
    cursor: Option<Cursor>,
) -> impl IntoView {
    Effect::new(move || {
        bell::follow(&format!("/sse/board/{token}"), cursor, || {
            spawn_local(redraw())
        });
    });
    view! { <span hidden></span> }
}
