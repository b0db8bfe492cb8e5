//! The server draws a page once.

/// Whether anything of the page may change.
pub fn is_live() -> bool {
    false
}

/// Draws the page once more.
pub(super) async fn redraw() {}

/// Sends the forms of what may change without leaving the page.
pub fn send_forms() {}
