//! Draws anew what has changed on the page.

/// Draws anew what has changed on the page.
#[cfg(feature = "hydrate")]
pub fn redraw() {
    // A page that can't be loaded anew stays as it is.
    let _ = leptos::prelude::window().location().reload();
}

/// On the server nothing is drawn anew.
#[cfg(not(feature = "hydrate"))]
pub fn redraw() {}
