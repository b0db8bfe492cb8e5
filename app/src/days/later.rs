//! What happened to the orders of a day after it was closed.

use super::words;
use crate::{request::language, words::status};
use domain::{
    ShopClock,
    language::Language,
    money::Currency,
    sums::{DaySums, LATER_SHOWN, LaterOrder},
};
use leptos::prelude::*;
use std::sync::Arc;

/// It, beside the sums, which it does not change.
#[component]
pub fn Later(
    /// The sums with which the day was closed.
    was: DaySums,
    /// What they would be now.
    now: DaySums,
    /// What happened to orders.
    later: Vec<LaterOrder>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let currency = was.currency;
    let is_more = later.len() >= LATER_SHOWN as usize;
    let more = is_more.then(|| view! { <p>{tr!(language, "days.later_more")}</p> });
    let would_be = tr!(
        language,
        "days.would_be",
        was = was.revenue().display(currency),
        now = now.revenue().display(currency)
    );
    let is_empty = later.is_empty();
    let rows = later.into_iter();
    let rows = rows.map(|order| view! { <LaterRow order currency clock=clock.clone() /> });
    let rows = rows.collect_view();
    (!is_empty).then(|| {
        view! {
            <section class="panel" aria-labelledby="day-later">
                <h2 id="day-later">{tr!(language, "days.since_closed")}</h2>
                <p>{would_be}</p>
                <ul class="rows">{rows}</ul>
                {more}
            </section>
        }
    })
}

/// One order.
#[component]
fn LaterRow(order: LaterOrder, currency: Currency, clock: Arc<dyn ShopClock>) -> impl IntoView {
    let language = language();
    let changes = order.changes.iter().map(|change| {
        let what = words::later(language, change.what, currency);
        let time = clock.day_and_time(change.at);
        view! {
            <li>
                <span class="row__note">{time}</span>
                " "
                {change.by.clone()}
                ": "
                {what}
            </li>
        }
    });
    let changes = changes.collect_view();
    let placed = order.is_new.then(|| {
        let time = clock.day_and_time(order.placed_at);
        let text = tr!(language, "days.placed_later", time = time);
        view! { <span class="tag">{text}</span> }
    });
    view! {
        <li
            class="row"
            data-key=format!("later-{}", order.id)
            data-later=order.number.to_string()
        >
            <div class="row__head">
                <a class="link" href=format!("/admin/orders/{}", order.id)>
                    {format!("#{}", order.number)}
                </a>
                <span>{status(language, order.status)}</span>
                <strong>{order.total.display(currency)}</strong>
                <span class="row__note">{state(language, &order, currency)}</span>
                {placed}
            </div>
            <ul class="day__changes">{changes}</ul>
        </li>
    }
}

/// How the order was paid, and what was given back of it.
fn state(language: Language, order: &LaterOrder, currency: Currency) -> String {
    let paid = words::paid_by(language, order.paid_by);
    match order.refunded.minor() {
        0 => paid.into_owned(),
        _ => {
            let amount = order.refunded.display(currency);
            let refunded = tr!(language, "days.refund", amount = amount);
            format!("{paid} · {refunded}")
        }
    }
}
