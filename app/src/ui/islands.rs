//! The WebAssembly of a page with islands.

use crate::texts::PageTexts;
use leptos::{nonce::use_nonce, prelude::*};

/// Leptos starts islands when the browser is idle, and would wait for ever: a page that
/// is kept busy, or is drawn behind others, would stay deaf. Here it waits this many
/// milliseconds at the most.
const START_IN_TIME: &str = "
if (window.requestIdleCallback) {
    const whenIdle = window.requestIdleCallback.bind(window);
    window.requestIdleCallback = (run, options) => whenIdle(run, { timeout: 500, ...options });
}";

/// Loads the WebAssembly, and brings the islands of the page to life.
#[component]
pub fn LoadIslands() -> impl IntoView {
    let options: Option<LeptosOptions> = use_context();
    options.map(|options| {
        view! {
            <PageTexts />
            <script nonce=use_nonce()>{START_IN_TIME}</script>
            <HydrationScripts options islands=true />
        }
    })
}
