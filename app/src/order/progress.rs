//! An order's progress, live until nothing can follow any more.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use crate::{
    live::{
        connection,
        event::StreamEvent,
        state::ConnectionState,
        update::{StreamTarget, Update},
    },
    ui::{ConnectionStatus, OrderLines, StatusBadge},
};
use domain::{
    events::Event,
    language::Language,
    orders::{Order, OrderStatus},
};
use leptos::prelude::*;
use std::ops::ControlFlow;

/// The way of an order that goes well.
const STEPS: [OrderStatus; 5] = [
    OrderStatus::Placed,
    OrderStatus::Accepted,
    OrderStatus::Preparing,
    OrderStatus::Ready,
    OrderStatus::Finished,
];

/// The order, its number of the day, and where it is.
#[island]
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
    let state = RwSignal::new(match is_over {
        true => ConnectionState::Over,
        false => ConnectionState::Opening,
    });
    Effect::new(move || {
        if !is_over {
            let target = StreamTarget {
                url: format!("/sse/orders/{token}"),
                user: None,
            };
            // An order has few events: the stream tells all of them each time.
            connection::open(target, || None, move |update| apply(update, order, state));
        }
    });
    let status = Memo::new(move |_| order.with(|order| order.status));
    let text = move || match status.get() {
        OrderStatus::Placed => tr!(language, "progress.placed"),
        OrderStatus::Accepted => tr!(language, "progress.accepted"),
        OrderStatus::Preparing => tr!(language, "progress.preparing"),
        OrderStatus::Ready => tr!(language, "progress.ready"),
        OrderStatus::Finished => tr!(language, "progress.finished"),
        OrderStatus::Rejected => tr!(language, "progress.rejected"),
        OrderStatus::Cancelled => tr!(language, "progress.cancelled"),
    };
    view! {
        <article class="progress">
            <p class="progress__number">
                <span>{tr!(language, "order.number")}</span>
                <strong>"#" {move || order.with(|order| order.number)}</strong>
            </p>
            {move || view! { <StatusBadge language status=status.get() /> }}
            <p class="progress__text" role="status">
                {text} " " {move || order.with(|order| said(language, order))}
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
                            let name = crate::words::customer(language, &order.customer.name);
                            let phone = &*order.customer.phone;
                            let known = [&*name, phone, &order.placed_time];
                            let known = known.into_iter().filter(|text| !text.is_empty());
                            known.collect::<Vec<_>>().join(" · ")
                        })
                }}
            </p>
            <ConnectionStatus language state offset />
        </article>
    }
}

/// What the shop says of the order: when it is ready, or why it does not come.
fn said(language: Language, order: &Order) -> Option<String> {
    if let Some(reason) = &order.reason {
        let kind = crate::words::reason_kind(language, reason.kind);
        return Some(match reason.text.as_str() {
            "" => kind.into_owned(),
            text => format!("{kind}: {text}"),
        });
    }
    let is_awaited = matches!(order.status, OrderStatus::Accepted | OrderStatus::Preparing);
    let promised = order.promised.as_ref().filter(|_| is_awaited)?;
    Some(tr!(language, "order.promised", time = promised.time).into_owned())
}

/// Takes in what the connection tells; nothing more is wanted when the order is done.
fn apply(
    update: Update,
    order: RwSignal<Order>,
    state: RwSignal<ConnectionState>,
) -> ControlFlow<()> {
    let newer = match update {
        Update::State(now) => {
            state.set(now);
            return ControlFlow::Continue(());
        }
        Update::Event(StreamEvent::Log(_, event)) => match event {
            Event::Order(order) => *order,
            Event::Change(change) | Event::Finish(change) => change.order,
            Event::Psh(_)
            | Event::Access(_)
            | Event::Menu(_)
            | Event::Settings(_)
            | Event::Read(_)
            | Event::Line(_)
            | Event::Day(_) => return ControlFlow::Continue(()),
        },
        Update::Event(StreamEvent::Control(_)) => return ControlFlow::Continue(()),
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
    STEPS.iter().position(|step| *step == status)
}

fn is_reached(now: OrderStatus, step: OrderStatus) -> bool {
    rank(step) <= rank(now)
}

fn next_is_reached(now: OrderStatus, step: OrderStatus) -> bool {
    let next = STEPS.iter().skip_while(|other| **other != step).nth(1);
    next.is_some_and(|next| is_reached(now, *next))
}
