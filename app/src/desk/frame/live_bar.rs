//! The live frame of the pages that are drawn by the server alone.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::{
    AdminFrame,
    page_changed::{DrawnPage, PageChanged},
};
use crate::desk::actions::DeskSnapshot;
use leptos::prelude::*;

/// Connection, status bar and popups, above a page that has no island of its own.
#[island]
pub fn LiveBar(
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// The page's title, without the count of waiting orders.
    title: String,
    /// The page, if it shows what others may change.
    page: Option<DrawnPage>,
) -> impl IntoView {
    view! { <AdminFrame snapshot title>{page.map(|page| view! { <PageChanged page /> })}</AdminFrame> }
}
