//! One order in the list.

use super::{address::PAGE, words::payment};
use crate::{order::rating::StarsMark, request::language, ui::StatusBadge, words};
use domain::{
    orders::{Order, Rating, search::Tick},
    validation::Field,
};
use leptos::prelude::*;

/// Its number, when, whose, where it is, and what it comes to.
#[component]
pub fn OrderRow(
    /// The order.
    order: Order,
    /// How its customer found it, where that was said.
    rating: Option<Rating>,
) -> impl IntoView {
    let language = language();
    let number = format!("#{}", order.number);
    let tick = Tick {
        order: order.id,
        version: order.version,
    };
    let phone = order.customer.phone.clone();
    let phone = (!phone.is_empty()).then(|| {
        view! {
            <a class="order-row__phone" href=format!("tel:{phone}")>
                {phone.clone()}
            </a>
        }
    });
    let promised = order.promise().map(|promise| {
        let text = tr!(language, "order.promised", time = promise.time);
        view! { <span class="row__note">{text}</span> }
    });
    let handover = words::handover(language, &order.handover, order.wanted.as_ref());
    let handover = (!handover.is_empty())
        .then(|| view! { <span class="row__note order-row__handover">{handover}</span> });
    let paid = order
        .payment
        .map(|paid| view! { <span class="row__note">{payment(language, paid)}</span> });
    let spoken = tr!(
        language,
        "order_list.tick",
        number = order.number,
        day = order.day
    );
    view! {
        <li
            class="row order-row"
            data-key=order.id.to_string()
            data-order=order.number.to_string()
            data-status=order.status.as_str()
        >
            <label class="order-row__tick">
                <input type="checkbox" name=Field::Ticks.to_string() value=tick.to_string() />
                <span class="visually-hidden">{spoken}</span>
            </label>
            <a class="link order-row__number" href=format!("{PAGE}/{}", order.id)>
                {number}
            </a>
            <time class="row__note" datetime=order.placed_at.rfc3339()>
                {format!("{} {}", order.day, order.placed_time)}
            </time>
            <span class="order-row__customer">
                {words::customer(language, &order.customer.name).into_owned()} " " {phone}
            </span>
            <StatusBadge language status=order.status />
            {handover}
            {promised}
            {paid}
            {rating.map(|rating| view! { <StarsMark stars=rating.stars /> })}
            <strong class="order-row__total">{order.total.display(order.currency)}</strong>
        </li>
    }
}
