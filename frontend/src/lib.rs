//! The entry into WebAssembly.

// Keeps the islands' symbols in the binary: nothing here calls them by name.
use app as _;

/// Brings the islands of the page to life.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
