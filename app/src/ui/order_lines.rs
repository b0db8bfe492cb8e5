//! What was ordered, and what it comes to.

use crate::words;
use domain::{
    language::Language,
    orders::{Order, OrderLine},
};
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
        let options = chosen_options(language, &line);
        view! {
            <li class="lines__line">
                <span class="lines__quantity">{line.quantity} "×"</span>
                <span class="lines__name">{line.name.get(language).to_owned()} {options}</span>
                <span class="lines__amount">{amount.display(currency)}</span>
            </li>
        }
    });
    let note = customer_note(language, order.note);
    view! {
        <ul class="lines">{lines.collect_view()}</ul>
        {note}
        <p class="total">
            <span>{tr!(language, "order.total")}</span>
            <strong class="total__amount">{order.total.display(currency)}</strong>
        </p>
    }
}

/// What was chosen of a dish, if anything was.
pub fn chosen_options(language: Language, line: &OrderLine) -> Option<impl IntoView + use<>> {
    let options = words::options(language, line);
    (!options.is_empty()).then(|| view! { <span class="lines__options">{options}</span> })
}

/// What the customer wants the shop to know, if anything.
pub fn customer_note(language: Language, note: String) -> Option<impl IntoView + use<>> {
    (!note.is_empty()).then(|| {
        view! {
            <p class="note">
                <strong>{tr!(language, "order.note")} ": "</strong>
                {note}
            </p>
        }
    })
}
