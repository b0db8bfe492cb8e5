//! Where an order is.

use crate::{
    request::language,
    ui::{OrderLines, StatusBadge},
    words,
};
use domain::{
    language::Language,
    orders::{Order, OrderStatus},
};
use leptos::prelude::*;

/// The way of an order that goes well.
const STEPS: [OrderStatus; 5] = [
    OrderStatus::Placed,
    OrderStatus::Accepted,
    OrderStatus::Preparing,
    OrderStatus::Ready,
    OrderStatus::Finished,
];

/// The order, its number of the day, and where it is: as it is now, and drawn again whenever
/// that is another.
#[component]
pub fn Progress(
    /// The order, as its customer may see it.
    order: Order,
) -> impl IntoView {
    let language = language();
    let status = order.status;
    let text = match status {
        OrderStatus::Placed => tr!(language, "progress.placed"),
        OrderStatus::Accepted => tr!(language, "progress.accepted"),
        OrderStatus::Preparing => tr!(language, "progress.preparing"),
        OrderStatus::Ready => tr!(language, "progress.ready"),
        OrderStatus::Finished => tr!(language, "progress.finished"),
        OrderStatus::Rejected => tr!(language, "progress.rejected"),
        OrderStatus::Cancelled => tr!(language, "progress.cancelled"),
    };
    let said = said(language, &order);
    let customer = customer(language, &order);
    view! {
        <div class="progress__now" data-live="progress" data-bell-over=status.is_final()>
            <p class="progress__number">
                <span>{tr!(language, "order.number")}</span>
                <strong>"#" {order.number}</strong>
            </p>
            <StatusBadge language status />
            <p class="progress__text" role="status">
                {text}
                " "
                {said}
            </p>
            <Steps language status />
            <OrderLines language order />
            <p class="progress__customer">{customer}</p>
        </div>
    }
}

/// The steps of an order's way, up to which it has come; none where it goes no further.
#[component]
fn Steps(
    /// The language to say it in.
    language: Language,
    /// Where the order is.
    status: OrderStatus,
) -> impl IntoView {
    let now = STEPS.iter().position(|step| *step == status);
    now.map(|now| {
        let steps = (0..).zip(STEPS).map(|(place, step)| {
            view! {
                <li
                    class="steps__step"
                    class:steps__step--done=place <= now
                    aria-current=(place == now).then_some("step")
                >
                    {words::status(language, step)}
                </li>
            }
        });
        view! { <ol class="steps">{steps.collect_view()}</ol> }
    })
}

/// What the shop says of the order: when it is ready, or why it does not come.
fn said(language: Language, order: &Order) -> Option<String> {
    if let Some(reason) = &order.reason {
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
