//! Writing to colleagues about the order.

use crate::{
    form::{Form, Refused, RequestKey, TextArea},
    messages::Readers,
    request::language,
};
use domain::{orders::OrderId, validation::Field};
use leptos::prelude::*;

/// The form, folded away but for who came to answer.
#[component]
pub fn WriteAbout(
    /// The order.
    order: OrderId,
    /// The names of those who can be written to.
    colleagues: Vec<String>,
    /// The name of who is answered; possibly nothing.
    to: String,
    /// The key by which a form that is sent twice is known.
    key: String,
) -> impl IntoView {
    let language = language();
    let action = format!("/admin/orders/{order}/message");
    let is_open = !to.is_empty() || Refused::of(&action).is_some();
    view! {
        <details class="panel" id="write" open=is_open>
            <summary>{tr!(language, "compose.write")} "…"</summary>
            <Form action send=tr!(language, "compose.send")>
                <RequestKey key />
                <Readers colleagues to />
                <TextArea field=Field::Text label=tr!(language, "compose.text") />
            </Form>
        </details>
    }
}
