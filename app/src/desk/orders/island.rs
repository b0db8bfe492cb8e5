//! The page's content as an island inside the frame of the back office.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::{message_form::MessageForm, order_list::OrderList};
use crate::desk::{actions::DeskSnapshot, frame::AdminFrame};
use leptos::prelude::*;

/// Today's orders, and writing to colleagues.
#[island]
pub fn OrdersIsland(
    /// What the server knew when it rendered the page.
    snapshot: DeskSnapshot,
) -> impl IntoView {
    let title = tr!(snapshot.language, "desk.title");
    view! {
        <AdminFrame snapshot title>
            <div class="desk">
                <OrderList />
                <aside class="desk__side">
                    <MessageForm />
                </aside>
            </div>
        </AdminFrame>
    }
}
