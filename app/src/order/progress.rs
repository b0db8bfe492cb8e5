//! Where an order is.

use super::steps::Steps;
use crate::{
    request::language,
    ui::{OrderLines, StatusBadge},
    words,
};
use domain::{
    language::Language,
    orders::{Moment, Order, OrderStatus, OrderStory},
};
use leptos::prelude::*;

/// The order, its number of the day, and where it is: as it is now, and drawn again whenever
/// that is another.
#[component]
pub fn Progress<'a>(
    /// The order.
    story: &'a OrderStory,
    /// What the page is called now.
    title: String,
) -> impl IntoView + use<> {
    let language = language();
    let order = story.order.clone();
    let status = order.status;
    // The script lets the browser show it, too.
    let icon = match status {
        OrderStatus::Ready => "/favicon-ready.svg",
        _ => "/favicon.svg",
    };
    let promise = story.awaited().map(|promised| {
        view! { <Promise story promised=promised.clone() /> }
    });
    let said = said(language, &order);
    let customer = customer(language, &order);
    view! {
        <div
            class="progress__now"
            data-live="progress"
            data-bell-over=status.is_final()
            data-order-status=status.as_str()
            data-order-title=title
            data-order-icon=icon
        >
            <p class="progress__number">
                <span>{tr!(language, "order.number")}</span>
                <strong>"#" {order.number}</strong>
            </p>
            <StatusBadge language status />
            <p class="progress__text" role="status">
                {text(language, &order)}
                " "
                {said}
            </p>
            {promise}
            <Steps story />
            <OrderLines language order />
            <p class="progress__customer">{customer}</p>
        </div>
    }
}

/// How long it still takes: counted by the script, by the server's clock.
#[component]
fn Promise<'a>(
    /// The order.
    story: &'a OrderStory,
    /// When it will be ready.
    promised: Moment,
) -> impl IntoView + use<> {
    let language = language();
    let is_late = story.is_late();
    view! {
        <p
            class="promise"
            data-promised=promised.at.millis().to_string()
            data-now=story.now.millis().to_string()
        >
            // Each second of it is nothing to be read out; the time is said above.
            <span class="promise__left" aria-hidden="true" data-promise-left hidden>
                {tr!(language, "progress.left")}
                " "
                <strong></strong>
            </span>
            <span class="promise__late" data-promise-late hidden=!is_late>
                {tr!(language, "progress.late")}
            </span>
        </p>
    }
}

fn text(language: Language, order: &Order) -> String {
    let text = match order.status {
        OrderStatus::Placed => tr!(language, "progress.placed"),
        OrderStatus::Accepted => tr!(language, "progress.accepted"),
        OrderStatus::Preparing => tr!(language, "progress.preparing"),
        OrderStatus::Ready => tr!(language, "progress.ready"),
        OrderStatus::Finished => tr!(language, "progress.finished"),
        OrderStatus::Rejected => tr!(language, "progress.rejected"),
        OrderStatus::Cancelled if is_own(order) => tr!(language, "progress.cancelled_by_you"),
        OrderStatus::Cancelled => tr!(language, "progress.cancelled"),
    };
    text.into_owned()
}

/// Whether the customer called it off, and nobody of the shop.
const fn is_own(order: &Order) -> bool {
    matches!(order.status, OrderStatus::Cancelled) && order.handled.is_none()
}

/// What the shop says of the order: when it is ready, or why it does not come.
fn said(language: Language, order: &Order) -> Option<String> {
    if let Some(reason) = order.reason.as_ref().filter(|_| !is_own(order)) {
        let kind = words::reason_kind(language, reason.kind);
        return Some(match reason.text.as_str() {
            "" => kind.into_owned(),
            text => format!("{kind}: {text}"),
        });
    }
    let is_awaited = matches!(order.status, OrderStatus::Accepted | OrderStatus::Preparing);
    let promised = order.promised.as_ref().filter(|_| is_awaited)?;
    Some(tr!(language, "order.promised", time = promised.time).into_owned())
}

/// Who ordered, and when.
fn customer(language: Language, order: &Order) -> String {
    let name = words::customer(language, &order.customer.name);
    let known = [&*name, &*order.customer.phone, &order.placed_time];
    let known = known.into_iter().filter(|text| !text.is_empty());
    known.collect::<Vec<_>>().join(" · ")
}
