//! Keeps the board right while it hangs there.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use crate::live::{bell, changed};
use delivery::Cursor;
use leptos::prelude::*;

/// Draws the board anew whenever some order is new or another. It shows nothing itself.
#[island]
pub fn BoardNews(
    /// The unguessable name of the board's page.
    token: String,
    /// The newest event that the page knows of.
    cursor: Option<Cursor>,
) -> impl IntoView {
    Effect::new(move || {
        let path = format!("/sse/board/{token}");
        bell::follow(&path, cursor, changed::tell);
    });
    view! { <span hidden></span> }
}
