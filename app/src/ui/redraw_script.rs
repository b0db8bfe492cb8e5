//! The script that keeps a page live which the server drew.

use leptos::{nonce::use_nonce, prelude::*};

/// Loads it. What may change of the page says `data-live`.
#[component]
pub fn RedrawScript() -> impl IntoView {
    view! { <script src="/redraw.js" defer nonce=use_nonce()></script> }
}
