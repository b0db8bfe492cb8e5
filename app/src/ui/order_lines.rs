//! What was ordered, and what it comes to.

use crate::words;
use domain::{
    handover::Handover,
    language::Language,
    orders::{Moment, Order, OrderLine},
};
use leptos::prelude::*;

/// How an order is handed over, its lines with their sum, and the customer's note.
#[component]
pub fn OrderLines(
    /// The language to say it in.
    language: Language,
    /// The order.
    order: Order,
) -> impl IntoView {
    let currency = order.currency;
    let handover = handover_line(language, &order.handover, order.wanted.as_ref());
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
        {handover}
        <ul class="lines">{lines.collect_view()}</ul>
        {note}
        <p class="total">
            <span>{tr!(language, "order.total")}</span>
            <strong class="total__amount">{order.total.display(currency)}</strong>
        </p>
    }
}

/// In which way, where and when an order is handed over; nothing where it is picked up as soon
/// as it is ready.
pub fn handover_line(
    language: Language,
    handover: &Handover,
    wanted: Option<&Moment>,
) -> Option<impl IntoView + use<>> {
    let text = words::handover(language, handover, wanted);
    (!text.is_empty()).then(|| view! { <p class="handover">{text}</p> })
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
