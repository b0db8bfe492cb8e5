//! Rejecting or cancelling an order, with a reason.

use super::{forms::TO, moves::Version};
use crate::{
    desk::order_actions::verb,
    form::{Choice, Choices, Form, Refused, TextInput},
    request::language,
    words,
};
use domain::{
    orders::{MAX_REASON, Order, ReasonKind},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// The form, where the order can still be called off.
#[component]
pub fn CallOff(
    /// The order.
    order: Order,
) -> impl IntoView {
    let language = language();
    let choices = ReasonKind::VARIANTS.iter().map(|kind| Choice {
        value: kind.as_str().to_owned(),
        label: words::reason_kind(language, *kind).into_owned(),
    });
    let choices: Vec<_> = choices.collect();
    let action = format!("/admin/orders/{}/call-off", order.id);
    let is_refused = Refused::of(&action).is_some();
    order.status.called_off().map(|to| {
        view! {
            <details class="panel" open=is_refused>
                <summary>{verb(language, to)} "…"</summary>
                <Form action send=verb(language, to)>
                    <Version order=order.clone() />
                    <input type="hidden" name=TO value=to.as_str() />
                    <Choices
                        field=Field::ReasonKind
                        label=tr!(language, "detail.reason")
                        choices=choices
                    />
                    <TextInput
                        field=Field::ReasonText
                        label=tr!(language, "detail.reason_text")
                        max=MAX_REASON
                        required=false
                    />
                </Form>
            </details>
        }
    })
}
