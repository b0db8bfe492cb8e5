//! What the customer ordered before.

use crate::{request::language, ui::StatusBadge};
use domain::{ShopClock, orders::Order};
use leptos::prelude::*;
use std::sync::Arc;

/// The orders of the same phone, newest first.
#[component]
pub fn EarlierOrders(
    /// The orders.
    orders: Vec<Order>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let is_empty = orders.is_empty();
    let rows = orders.into_iter().map(|order| {
        let total = order.total.display(order.currency);
        view! {
            <li data-key=order.id.to_string()>
                <a href=format!("/admin/orders/{}", order.id)>
                    {clock.day_and_time(order.placed_at)} " · #" {order.number}
                </a>
                " "
                <StatusBadge language status=order.status />
                " "
                {total}
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="earlier-title">
            <h2 id="earlier-title">{tr!(language, "detail.earlier")}</h2>
            {is_empty.then(|| view! { <p class="empty">{tr!(language, "detail.no_earlier")}</p> })}
            <ol class="timeline">{rows}</ol>
        </section>
    }
}
