//! The page's content as an island inside the frame of the back office.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::order_list::OrderList;
use crate::desk::{actions::DeskSnapshot, frame::AdminFrame};
use leptos::prelude::*;

/// Today's orders, and beside them what the server draws.
#[island]
pub fn OrdersIsland(
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
    /// What stands beside the orders.
    children: Children,
) -> impl IntoView {
    let title = tr!(snapshot.language, "desk.title");
    view! {
        <AdminFrame snapshot title>
            <div class="desk">
                <OrderList />
                <aside class="desk__side">{children()}</aside>
            </div>
        </AdminFrame>
    }
}
