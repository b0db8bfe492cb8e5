//! An order, as the back office shows it, with what can be done about it.

use super::{card_actions::CardActions, sell_out_list::SellOutList};
use crate::{
    desk::{
        context::AdminContext,
        order_actions::card_id,
        urgency::{Urgency, urgency_name},
    },
    ui::{Icon, OrderLines, Shape, StatusBadge},
    words,
};
use domain::orders::{Order, OrderId};
use leptos::prelude::*;

/// An order of the list.
#[component]
pub fn OrderCard(
    /// Which order.
    id: OrderId,
) -> impl IntoView {
    let context = AdminContext::current();
    let order = context.order(id);
    move || {
        context.language.track();
        order.get().map(|order| view! { <Card order /> })
    }
}

/// The card of one version of an order.
#[component]
fn Card(order: Order) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language.get_untracked();
    let (id, number, status) = (order.id, order.number, order.status);
    let phone = order.customer.phone.clone();
    let (age, urgency) = (context.age(id), context.urgency(id));
    let is_overdue = move || urgency.get() == Some(Urgency::Overdue);
    let handled = order.handled.as_ref().map(|handled| {
        let state = words::status(language, status);
        let text = tr!(
            language,
            "order.handled",
            state = state,
            by = handled.by,
            time = handled.time
        );
        view! { <p class="card__handled">{text}</p> }
    });
    let promised = order.promise().map(|promise| {
        view! { <p class="card__promised">{tr!(language, "order.promised", time = promise.time)}</p> }
    });
    let hurried = order.hurried.as_ref().filter(|_| !status.is_final());
    let hurried = hurried.map(|hurried| {
        view! {
            <p class="card__hurried">{tr!(language, "order.hurried", time = hurried.time)}</p>
        }
    });
    view! {
        <li>
            <article
                class=format!("card card--{status}")
                data-urgency=urgency_name(urgency)
                id=card_id(id)
                tabindex="-1"
                aria-labelledby=format!("{}-title", card_id(id))
                data-order=number.to_string()
                data-status=status.as_str()
            >
                <header class="card__head">
                    <h2 class="card__number" id=format!("{}-title", card_id(id))>
                        <a href=format!("/admin/orders/{id}")>"#" {number}</a>
                    </h2>
                    <StatusBadge language status />
                    <p class="card__time">
                        <time>{order.placed_time.clone()}</time>
                        " · "
                        {age}
                        <Show when=is_overdue>
                            <span class="card__overdue">
                                <Icon shape=Shape::Warning />
                                {tr!(language, "desk.overdue")}
                            </span>
                        </Show>
                    </p>
                </header>
                <p class="card__customer">
                    <strong>{words::customer(language, &order.customer.name).into_owned()}</strong>
                    " "
                    {(!phone.is_empty())
                        .then(|| view! { <a href=format!("tel:{phone}")>{phone.clone()}</a> })}
                </p>
                <OrderLines language order=order.clone() />
                {(!status.is_final()).then(|| view! { <SellOutList lines=order.lines.clone() /> })}
                {handled}
                {promised} {hurried}
                <CardActions order />
            </article>
        </li>
    }
}
