//! Who else has the order open.

use crate::request::language;
use domain::orders::OrderId;
use leptos::prelude::*;

/// Their names, in a place that is always there, so that a screen reader tells who comes.
/// `public/viewers.js` says that this page is open, and has it drawn again when others come
/// or go.
#[component]
pub fn Viewers(
    /// The order.
    order: OrderId,
    /// The names of the others.
    others: Vec<String>,
) -> impl IntoView {
    let language = language();
    let names = others.join(", ");
    let text = match &others[..] {
        [] => None,
        [_] => Some(tr!(language, "detail.viewer", names = names)),
        _ => Some(tr!(language, "detail.viewers", names = names)),
    };
    let line = text.map(|text| view! { <p><span class="tag">{text}</span></p> });
    view! {
        <div role="status" data-viewers=format!("/api/orders/{order}/viewers") data-others=names>
            {line}
        </div>
    }
}
