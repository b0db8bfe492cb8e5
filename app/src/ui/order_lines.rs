//! What was ordered, and what it comes to.

use domain::{language::Language, orders::Order};
use leptos::prelude::*;

/// The lines of an order with their sum, and the customer's note.
#[component]
pub fn OrderLines(
    /// The language to say it in.
    language: Language,
    /// The order.
    order: Order,
) -> impl IntoView {
    let currency = order.currency;
    let lines = order.lines.into_iter().map(|line| {
        let amount = line.price.checked_mul(line.quantity).unwrap_or_default();
        let options = line.options.iter().map(|option| option.name.get(language));
        let options = options.collect::<Vec<_>>().join(" · ");
        let options =
            (!options.is_empty()).then(|| view! { <span class="lines__options">{options}</span> });
        view! {
            <li class="lines__line">
                <span class="lines__quantity">{line.quantity} "×"</span>
                <span class="lines__name">{line.name.get(language).to_owned()} {options}</span>
                <span class="lines__amount">{amount.display(currency)}</span>
            </li>
        }
    });
    let note = (!order.note.is_empty()).then(|| {
        view! {
            <p class="note">
                <strong>{tr!(language, "order.note")}": "</strong>
                {order.note}
            </p>
        }
    });
    view! {
        <ul class="lines">{lines.collect_view()}</ul>
        {note}
        <p class="total">
            <span>{tr!(language, "order.total")}</span>
            <strong class="total__amount">{order.total.display(currency)}</strong>
        </p>
    }
}
