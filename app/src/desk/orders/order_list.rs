//! The list of orders.

use super::order_card::OrderCard;
use crate::{desk::context::AdminContext, live::state::ConnectionState};
use leptos::prelude::*;

/// Today's orders, newest first.
#[component]
pub fn OrderList() -> impl IntoView {
    let context = AdminContext::current();
    let is_empty = Memo::new(move |_| {
        context.connection.get() != ConnectionState::SignedOut
            && context.order_ids.with(Vec::is_empty)
    });
    view! {
        <section class="desk__orders" aria-labelledby="orders-title">
            <h1 id="orders-title" tabindex="-1">
                {context.text(|language| tr!(language, "desk.title"))}
            </h1>
            <Show when=move || is_empty.get()>
                <p class="empty">{context.text(|language| tr!(language, "desk.empty"))}</p>
            </Show>
            <ul class="orders">
                <For each=move || context.order_ids.get() key=|id| *id let:id>
                    <OrderCard id />
                </For>
            </ul>
        </section>
    }
}
