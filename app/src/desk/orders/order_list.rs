//! The list of orders.

use super::order_card::OrderCard;
use crate::{desk::context::AdminContext, live::state::ConnectionState};
use domain::orders::OrderId;
use leptos::prelude::*;

/// Today's orders, newest first.
#[component]
pub fn OrderList() -> impl IntoView {
    let context = AdminContext::current();
    let ids = move || {
        context.state.with(|state| {
            let ids = state.orders().map(|order| order.id);
            ids.collect::<Vec<OrderId>>()
        })
    };
    let is_empty = Memo::new(move |_| {
        context.connection.get() != ConnectionState::SignedOut
            && context.state.with(|state| state.orders().next().is_none())
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
                <For each=ids key=|id| *id let:id>
                    <OrderCard id />
                </For>
            </ul>
        </section>
    }
}
