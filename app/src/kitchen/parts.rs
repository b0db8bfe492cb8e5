//! What is said of an order and of a line, however they are shown.

use super::drawing::Drawing;
use crate::words;
use domain::{kitchen::KitchenOrder, language::Language, orders::OrderLine};
use leptos::prelude::*;

/// What was chosen of a dish, if anything was.
pub(super) fn options(language: Language, line: &OrderLine) -> Option<impl IntoView + use<>> {
    let names = line.options.iter().map(|option| option.name.get(language));
    let names = names.collect::<Vec<_>>().join(" · ");
    (!names.is_empty()).then(|| view! { <span class="lines__options">{names}</span> })
}

/// When an order was placed, and how long ago that is.
pub(super) fn age(
    language: Language,
    order: &KitchenOrder,
    drawing: Drawing,
) -> impl IntoView + use<> {
    let seconds = (drawing.now.millis() - order.placed_at.millis()) / 1000;
    view! {
        <time class="row__note" datetime=order.placed_at.rfc3339()>
            {words::age(language, seconds)}
        </time>
    }
}

/// What the customer wants the shop to know, if anything.
pub(super) fn note(language: Language, order: &KitchenOrder) -> Option<impl IntoView + use<>> {
    let text = order.note.clone();
    (!text.is_empty()).then(|| {
        view! {
            <p class="note">
                <strong>{tr!(language, "order.note")} ": "</strong>
                {text}
            </p>
        }
    })
}
