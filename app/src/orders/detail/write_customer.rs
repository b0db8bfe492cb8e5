//! Writing to the order's customer, and what was written.

use crate::{
    form::{Form, Refused, RequestKey, TextArea},
    request::language,
};
use domain::{
    ShopClock,
    orders::{CustomerNote, Order},
    validation::Field,
};
use leptos::prelude::*;
use std::sync::Arc;

/// What was written to the customer, and the form, as long as somebody hears of it.
#[component]
pub fn WriteToCustomer(
    /// The order.
    order: Order,
    /// What was written, oldest first.
    notes: Vec<CustomerNote>,
    /// Whether whoever looks may write.
    may_write: bool,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
    /// The key by which a form that is sent twice is known.
    key: String,
) -> impl IntoView {
    let language = language();
    let any = !notes.is_empty();
    let notes = notes.into_iter().map(|note| {
        view! {
            <li>
                <time>{clock.day_and_time(note.at)}</time>
                " "
                <bdi>{note.by}</bdi>
                ": "
                <span dir="auto">{note.text}</span>
            </li>
        }
    });
    let notes = notes.collect_view();
    let written = any.then(|| {
        view! {
            <section aria-labelledby="customer-notes">
                <h2 id="customer-notes">{tr!(language, "order_note.written")}</h2>
                <ul class="timeline">{notes}</ul>
            </section>
        }
    });
    let action = format!("/admin/orders/{}/note", order.id);
    let form = (may_write && !order.status.is_final()).then(|| {
        let is_open = Refused::of(&action).is_some();
        view! {
            <details class="panel" open=is_open>
                <summary>{tr!(language, "order_note.write")} "…"</summary>
                <p class="field__hint">{tr!(language, "order_note.hint")}</p>
                <Form action send=tr!(language, "compose.send")>
                    <RequestKey key />
                    <TextArea field=Field::Text label=tr!(language, "compose.text") />
                </Form>
            </details>
        }
    });
    (written, form)
}
