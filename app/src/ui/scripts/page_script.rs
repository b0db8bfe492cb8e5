//! Scripts of pages that the server drew: files of their own, and not of the WebAssembly.

use leptos::{nonce::use_nonce, prelude::*};

/// Loads a script, which runs when the page is read, once however often it is asked for. It is a
/// module: what it names is its own.
#[component]
pub fn PageScript(
    /// The path of the script.
    src: &'static str,
) -> impl IntoView {
    view! { <script type="module" src=src nonce=use_nonce()></script> }
}
