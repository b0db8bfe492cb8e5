//! The title of a message.

use domain::orders::OrderId;
use leptos::prelude::*;

/// The title; where the message is about an order it leads there.
pub fn message_title(title: String, order: Option<OrderId>) -> impl IntoView {
    let href = order.map(|order| format!("/admin/orders/{order}"));
    match href {
        Some(href) => view! {
            <a class="link" href=href>
                {title}
            </a>
        }
        .into_any(),
        None => view! { <strong>{title}</strong> }.into_any(),
    }
}
