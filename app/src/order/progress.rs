//! An order's progress, live until nothing can follow any more.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use crate::{
    live::{
        feed::{Feed, Told},
        heard::Heard,
        link::Link,
        source::hold,
    },
    ui::{ConnectionStatus, OrderLines, StatusBadge},
};
use domain::{
    language::Language,
    orders::{Order, OrderStatus},
};
use leptos::prelude::*;
use std::ops::ControlFlow;

/// The way of an order that goes well.
const STEPS: [OrderStatus; 3] = [
    OrderStatus::Placed,
    OrderStatus::Accepted,
    OrderStatus::Finished,
];

/// The order, its number of the day, and where it is.
#[cfg_attr(debug_assertions, island)]
#[cfg_attr(not(debug_assertions), island(lazy))]
pub fn Progress(
    /// The customer's language.
    language: Language,
    /// The order, as its customer may see it.
    order: Order,
    /// How far the shop's zone is ahead of UTC, in seconds.
    offset: i32,
) -> impl IntoView {
    let token = order.token.clone();
    let order = RwSignal::new(order);
    let is_over = order.with_untracked(|order| order.status.is_final());
    let link = RwSignal::new(if is_over { Link::Over } else { Link::Opening });
    Effect::new(move || {
        if !is_over {
            let feed = Feed {
                url: format!("/sse/orders/{token}"),
                user: None,
            };
            // The whole story is short: the stream tells all of it each time.
            hold(feed, || None, move |told| follow(told, order, link));
        }
    });
    let status = Memo::new(move |_| order.with(|order| order.status));
    let text = move || match status.get() {
        OrderStatus::Placed => tr!(language, "progress.placed"),
        OrderStatus::Accepted | OrderStatus::Preparing => tr!(language, "progress.accepted"),
        OrderStatus::Ready => tr!(language, "progress.ready"),
        OrderStatus::Finished => tr!(language, "progress.finished"),
        OrderStatus::Rejected | OrderStatus::Cancelled => tr!(language, "progress.cancelled"),
    };
    view! {
        <article class="progress">
            <p class="progress__number">
                <span>{tr!(language, "order.number")}</span>
                <strong>"#" {move || order.with(|order| order.number)}</strong>
            </p>
            {move || view! { <StatusBadge language status=status.get() /> }}
            <p class="progress__text" role="status">
                {text}
            </p>
            <Show when=move || rank(status.get()).is_some()>
            <ol class="steps">
                {STEPS
                    .map(|step| {
                        let done = move || is_reached(status.get(), step);
                        let current = move || done() && !next_is_reached(status.get(), step);
                        view! {
                            <li
                                class="steps__step"
                                class:steps__step--done=done
                                aria-current=move || current().then_some("step")
                            >
                                {crate::words::status(language, step)}
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
            </Show>
            {move || view! { <OrderLines language order=order.get() /> }}
            <p class="progress__customer">
                {move || {
                    order
                        .with(|order| {
                            format!(
                                "{} · {} · {}",
                                order.customer.name,
                                order.customer.phone,
                                order.placed_time,
                            )
                        })
                }}
            </p>
            <ConnectionStatus language link offset />
        </article>
    }
}

fn follow(told: Told, order: RwSignal<Order>, link: RwSignal<Link>) -> ControlFlow<()> {
    let message = match told {
        Told::Link(now) => {
            link.set(now);
            return ControlFlow::Continue(());
        }
        Told::Message(message) => message,
    };
    let newer = match message.understand() {
        Some(Heard::Order(newer)) => *newer,
        Some(Heard::Change(change) | Heard::Finish(change)) => change.order,
        _ => return ControlFlow::Continue(()),
    };
    if newer.version > order.with_untracked(|order| order.version) {
        order.set(newer);
    }
    if order.with_untracked(|order| order.status.is_final()) {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}

fn rank(status: OrderStatus) -> Option<usize> {
    match status {
        OrderStatus::Placed => Some(0),
        OrderStatus::Accepted | OrderStatus::Preparing | OrderStatus::Ready => Some(1),
        OrderStatus::Finished => Some(2),
        OrderStatus::Rejected | OrderStatus::Cancelled => None,
    }
}

fn is_reached(now: OrderStatus, step: OrderStatus) -> bool {
    rank(step) <= rank(now)
}

fn next_is_reached(now: OrderStatus, step: OrderStatus) -> bool {
    let next = STEPS.iter().skip_while(|other| **other != step).nth(1);
    next.is_some_and(|next| is_reached(now, *next))
}
