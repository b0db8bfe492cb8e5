//! How many orders wait, where the page itself is not seen: in the tab's icon, and on the
//! icon of the installed app.

use crate::desk::alerts::optional;
use leptos::prelude::*;

/// Shows there that so many orders wait.
pub(crate) fn show(waiting: usize) {
    let icon = match waiting {
        0 => "/favicon.svg",
        _ => "/favicon-waiting.svg",
    };
    if let Ok(Some(link)) = document().query_selector("link[rel=icon]") {
        // It is an icon: without it the title says the same.
        let _ = link.set_attribute("href", icon);
    }
    set_app_badge(waiting);
}

/// Shows a number on the icon of the installed app, where the system has such numbers
/// (Badging API).
fn set_app_badge(count: usize) {
    let navigator = window().navigator();
    optional::call(&navigator, "setAppBadge", &(count as f64).into());
}
