//! What single pages add to the stylesheet that all of them have.

use leptos::prelude::*;

/// Loads one of `public/style/`, before what stands behind it is shown. What all pages have, and
/// the orders of today, is `style/main.css`.
#[component]
pub fn PageStyle(
    /// The path of the stylesheet.
    href: &'static str,
) -> impl IntoView {
    // Not by `leptos_meta`: of a page that waited for the database it loses tags of the head.
    view! { <link rel="stylesheet" href=href /> }
}
