//! How an order was paid, and what of it was given back.

use super::moves::Version;
use crate::{
    form::{Choice, Choices, Form, Refused, TextInput},
    orders::words::payment,
    request::language,
};
use domain::{
    money::Money,
    orders::{MAX_REFUND_REASON, Order, Payment},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// The most characters of an amount.
const MAX_AMOUNT: usize = 20;

/// Notes how an order was paid.
#[component]
pub fn PaymentForm(
    /// The order.
    order: Order,
) -> impl IntoView {
    let language = language();
    let none = Choice {
        value: String::new(),
        label: tr!(language, "payment.none").into_owned(),
    };
    let ways = Payment::VARIANTS.iter().map(|way| Choice {
        value: way.as_str().to_owned(),
        label: payment(language, *way).into_owned(),
    });
    let choices = [none].into_iter().chain(ways).collect();
    let paid = order.payment.map_or("", Payment::as_str);
    view! {
        <Form
            action=format!("/admin/orders/{}/payment", order.id)
            send=tr!(language, "detail.note_payment")
        >
            <Version order=order.clone() />
            <Choices
                field=Field::Payment
                label=tr!(language, "detail.payment")
                value=paid
                choices=choices
            />
        </Form>
    }
}

/// Notes that something was given back.
#[component]
pub fn RefundForm(
    /// The order.
    order: Order,
) -> impl IntoView {
    let language = language();
    let left = order.left_to_refund().display(order.currency);
    let refunded = (order.refunded > Money::ZERO).then(|| {
        let amount = order.refunded.display(order.currency);
        view! { <p>{tr!(language, "detail.refunded", amount = amount)}</p> }
    });
    let action = format!("/admin/orders/{}/refund", order.id);
    let is_refused = Refused::of(&action).is_some();
    view! {
        {refunded}
        <details class="panel" open=is_refused>
            <summary>{tr!(language, "detail.refund")} "…"</summary>
            <Form
                action
                send=tr!(language, "detail.note_refund")
            >
                <Version order=order.clone() />
                <TextInput
                    field=Field::RefundAmount
                    label=tr!(language, "detail.refund_amount")
                    hint=tr!(language, "detail.refund_left", amount = left).into_owned()
                    max=MAX_AMOUNT
                />
                <TextInput
                    field=Field::RefundReason
                    label=tr!(language, "detail.refund_reason")
                    max=MAX_REFUND_REASON
                />
            </Form>
        </details>
    }
}
