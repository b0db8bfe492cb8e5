//! What single pages add to the stylesheet that all of them have.

use leptos::prelude::*;
use leptos_meta::Stylesheet;

/// Loads one of `public/style/`, in the page's head. What all pages have, and the orders of
/// today, is `style/main.css`.
#[component]
pub fn PageStyle(
    /// The path of the stylesheet.
    href: &'static str,
) -> impl IntoView {
    view! { <Stylesheet href /> }
}
