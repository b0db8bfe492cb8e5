//! The page may speak another language without being loaded anew.

use crate::desk::context::AdminContext;
#[cfg(not(feature = "ssr"))]
use crate::texts;
use domain::language::Language;
use leptos::prelude::*;

/// What `public/language.js` tells the window when it has drawn the page in another language.
const SPOKEN: &str = "orderbell:language";

/// Follows the page's language for as long as the page lives.
pub(super) fn mount(context: AdminContext) {
    // Without its handle a listener stays as long as the page.
    let _ = window_event_listener_untyped(SPOKEN, move |_| {
        let root = document().document_element();
        let tag = root.and_then(|root| root.get_attribute("lang"));
        if let Some(language) = tag.and_then(|tag| Language::from_tag(&tag)) {
            // A server has no page of its own.
            #[cfg(not(feature = "ssr"))]
            texts::read_again();
            context.language.set(language);
        }
    });
}
