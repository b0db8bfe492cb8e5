//! Tells the page's scripts that the stream has told something: `public/redraw.js` draws a
//! page again that the server drew.

use leptos::{prelude::document, web_sys::Event};

/// The name of the event of the document.
const CHANGED: &str = "orderbell:changed";

/// Tells them.
pub fn tell() {
    if let Ok(event) = Event::new(CHANGED) {
        // Nobody prevents it; whether anybody hears it is theirs.
        let _ = document().dispatch_event(&event);
    }
}
