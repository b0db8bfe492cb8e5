//! The island of every page of the back office: one, so that what is around each of them is
//! in the WebAssembly once.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

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

/// What is live on a page, inside of the frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LiveContent {
    /// Today's orders.
    Orders,
    /// Nothing: the server drew the page. If it shows what others may change, it is said that
    /// they did.
    Drawn(Option<DrawnPage>),
}

/// Connection, status bar and popups, and between them what is live of the page.
#[island]
pub fn DeskIsland(
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// What is live on the page.
    content: LiveContent,
    /// What the server draws beside that.
    children: Children,
) -> impl IntoView {
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
