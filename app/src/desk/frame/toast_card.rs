//! One popup.

use crate::{
    desk::{
        context::AdminContext,
        order_actions::{OrderActions, focus_card, verb, verb_icon},
        state::{Toast, ToastKind},
    },
    ui::{Icon, Shape},
    words,
};
use domain::{
    language::Language,
    orders::{Order, OrderId, OrderStatus},
};
use leptos::prelude::*;

/// What a popup says, in one sentence, for a screen reader.
pub(super) fn text(context: AdminContext, toast: &Toast) -> String {
    let rest = rest(context, toast);
    match &toast.kind {
        ToastKind::NewOrder(id) | ToastKind::Finished(id) | ToastKind::Cancelled(id) => {
            about(context, *id, |order| format!("#{} {rest}", order.number))
        }
        ToastKind::Message(push) => format!("{rest}: {} {}", push.title, push.text),
        ToastKind::Reset => rest,
    }
}

/// What a popup says beside the order's number, or above the message.
fn rest(context: AdminContext, toast: &Toast) -> String {
    let language = context.language;
    let by = |order: &Order| {
        order
            .handled
            .as_ref()
            .map_or_else(String::new, |h| h.by.clone())
    };
    match &toast.kind {
        ToastKind::NewOrder(id) => about(context, *id, |order| {
            let total = order.total.display(order.currency);
            tr!(
                language,
                "toast.order",
                name = words::customer(language, &order.customer.name),
                total = total
            )
            .into_owned()
        }),
        ToastKind::Finished(id) => about(context, *id, |order| {
            tr!(language, "toast.finish", by = by(order)).into_owned()
        }),
        ToastKind::Cancelled(id) => about(context, *id, |order| {
            tr!(language, "toast.cancel", by = by(order)).into_owned()
        }),
        ToastKind::Message(push) => tr!(language, "toast.message", from = push.from).into_owned(),
        ToastKind::Reset => tr!(language, "toast.reset").into_owned(),
    }
}

fn about(context: AdminContext, id: OrderId, tell: impl FnOnce(&Order) -> String) -> String {
    context
        .state
        .with_untracked(|state| state.order(id).map(tell).unwrap_or_default())
}

/// A popup with its buttons.
#[component]
pub fn ToastCard(
    /// What it is of.
    toast: Toast,
    /// Closes it.
    close: Callback<()>,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language;
    let (kind, shape, order) = match &toast.kind {
        ToastKind::NewOrder(id) => ("order", Shape::Bell, Some(*id)),
        ToastKind::Finished(id) => ("finish", Shape::Check, Some(*id)),
        ToastKind::Cancelled(id) => ("cancel", Shape::Cross, Some(*id)),
        ToastKind::Message(_) => ("psh", Shape::Message, None),
        ToastKind::Reset => ("reset", Shape::Warning, None),
    };
    let number = order.and_then(|id| {
        context
            .state
            .with_untracked(|state| state.order(id).map(|order| order.number))
    });
    let number = number.map(|number| {
        view! { <strong class="toast__number">{format!("#{number}")}</strong> }
    });
    let is_new = matches!(toast.kind, ToastKind::NewOrder(_));
    let actions = order.map(|id| {
        view! {
            <div class="toast__actions">
                {is_new.then(|| view! { <AcceptButton language id /> })}
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| focus_card(id)
                >
                    {tr!(language, "toast.open")}
                </button>
            </div>
        }
    });
    view! {
        <div
            class=format!("toast toast--{kind}")
            data-toast=kind
            data-event=toast.event.to_string()
            tabindex="-1"
            role="group"
            aria-label=text(context, &toast)
        >
            <span class="toast__mark">
                <Icon shape />
            </span>
            <div class="toast__body">
                <p class="toast__text">{number} <span>{rest(context, &toast)}</span></p>
                {message(&toast.kind)}
                {actions}
            </div>
            <button
                type="button"
                class="toast__close"
                aria-label=tr!(language, "toast.close").into_owned()
                on:click=move |_| close.run(())
            >
                <Icon shape=Shape::Cross />
            </button>
        </div>
    }
}

/// What a message says, below the word of who sends it.
fn message(kind: &ToastKind) -> Option<impl IntoView + use<>> {
    let ToastKind::Message(push) = kind else {
        return None;
    };
    let title = (!push.title.is_empty()).then(|| view! { <strong>{push.title.clone()}</strong> });
    Some(view! { <p class="toast__message">{title} <span>{push.text.clone()}</span></p> })
}

#[component]
fn AcceptButton(language: Language, id: OrderId) -> impl IntoView {
    let actions = OrderActions::new(id);
    view! {
        <button
            type="button"
            class="button button--primary"
            disabled=move || actions.is_busy()
            on:click=move |_| actions.change_to(OrderStatus::Accepted)
        >
            <Icon shape=verb_icon(OrderStatus::Accepted) />
            {verb(language, OrderStatus::Accepted)}
        </button>
    }
}
