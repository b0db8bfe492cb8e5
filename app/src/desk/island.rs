//! The island of every page of the back office: one, so that what is around each of them is
//! in the WebAssembly once.
//!
//! What it begins with stands in the page by itself, and not in the island's properties: those
//! Leptos would read by `serde_json`, which nothing else needs in the browser.

use super::{
    actions::DeskSnapshot,
    frame::{
        AdminFrame,
        page_changed::{DrawnPage, PageChanged},
    },
    orders::order_list::OrderList,
};
use leptos::{either::Either, prelude::*};
use serde::{Deserialize, Serialize};

/// The element in which it stands what the island begins with.
const ELEMENT: &str = "desk";

/// What is live on a page, inside of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LiveContent {
    /// Today's orders.
    Orders,
    /// Nothing: the server drew the page. If it shows what others may change, it is said that
    /// they did.
    Drawn(Option<DrawnPage>),
}

/// What the island begins with.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Start {
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// What is live on the page.
    content: LiveContent,
}

/// The island, and what it begins with.
#[cfg(feature = "ssr")]
#[component]
pub fn Desk(
    /// What the server knows.
    snapshot: DeskSnapshot,
    /// What is live on the page.
    content: LiveContent,
    /// What the server draws beside that.
    children: Children,
) -> impl IntoView {
    use crate::json::{escaped, in_page};
    let start = Start { snapshot, content };
    let json = escaped(&start);
    provide_context(start);
    view! {
        {in_page(ELEMENT, json)}
        <DeskIsland>{children()}</DeskIsland>
    }
}

/// On the server: what [`Desk`] was told.
#[cfg(feature = "ssr")]
fn start() -> Option<Start> {
    take_context()
}

/// In the browser: what the page says.
#[cfg(not(feature = "ssr"))]
fn start() -> Option<Start> {
    use crate::json::{from_page, read};
    read(&from_page(ELEMENT)?).ok()
}

/// Connection, status bar and popups, and between them what is live of the page.
#[island]
fn DeskIsland(
    /// What the server draws beside that.
    children: Children,
) -> impl IntoView {
    #[expect(
        clippy::expect_used,
        reason = "server and WebAssembly are of one build"
    )]
    let Start { snapshot, content } = start().expect("the page says what the island begins with");
    let content = move || match content {
        LiveContent::Orders => Either::Left(view! {
            <div class="desk">
                <OrderList />
                <aside class="desk__side">{children()}</aside>
            </div>
        }),
        LiveContent::Drawn(page) => Either::Right(view! {
            {page.map(|page| view! { <PageChanged page /> })}
            {children()}
        }),
    };
    view! { <AdminFrame snapshot>{content()}</AdminFrame> }
}
