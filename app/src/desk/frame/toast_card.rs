//! One popup.

use super::swipe::Swipe;
use crate::{
    desk::{
        context::AdminContext,
        order_actions::{OrderActions, focus_card, verb, verb_icon},
        reply::reply_address,
        state::{Toast, ToastKind},
        step_button::step_button,
        urgency::urgency_name,
    },
    ui::{Icon, Shape},
    words,
};
use domain::{
    language::Language,
    orders::{Order, OrderId, OrderStatus},
};
use leptos::prelude::*;
use std::borrow::Cow;

/// What a popup says, in one sentence, for a screen reader.
pub(super) fn text(context: AdminContext, toast: &Toast) -> String {
    let rest = rest(context, toast);
    match &toast.kind {
        ToastKind::NewOrder(id)
        | ToastKind::Finished(id)
        | ToastKind::Cancelled(id)
        | ToastKind::Hurried(id) => {
            about(context, *id, |order| format!("#{} {rest}", order.number))
        }
        ToastKind::Message(push) => format!("{rest}: {} {}", push.title, push.text),
        ToastKind::Reset => rest,
    }
}

/// What a popup says beside the order's number, or above the message.
fn rest(context: AdminContext, toast: &Toast) -> String {
    let language = context.language.get_untracked();
    let by = |order: &Order| {
        order
            .handled
            .as_ref()
            .map_or_else(String::new, |handled| isolated(&handled.by).into_owned())
    };
    match &toast.kind {
        ToastKind::NewOrder(id) => about(context, *id, |order| {
            let total = order.total.display(order.currency);
            let text = tr!(
                language,
                "toast.order",
                name = isolated(&words::customer(language, &order.customer.name)),
                total = total
            );
            let handover = words::handover(language, &order.handover, order.wanted.as_ref());
            match handover.as_str() {
                "" => text.into_owned(),
                _ => format!("{text} · {}", isolated(&handover)),
            }
        }),
        ToastKind::Finished(id) => about(context, *id, |order| {
            tr!(language, "toast.finish", by = by(order)).into_owned()
        }),
        ToastKind::Cancelled(id) => about(context, *id, |order| {
            // Nobody of the shop did.
            let text = match order.handled {
                Some(_) => tr!(language, "toast.cancel", by = by(order)),
                None => tr!(language, "toast.cancel_customer"),
            };
            text.into_owned()
        }),
        ToastKind::Hurried(id) => about(context, *id, |order| {
            let name = words::customer(language, &order.customer.name);
            tr!(language, "toast.hurry", name = isolated(&name)).into_owned()
        }),
        ToastKind::Message(push) => {
            tr!(language, "toast.message", from = isolated(&push.from)).into_owned()
        }
        ToastKind::Reset => tr!(language, "toast.reset").into_owned(),
    }
}

/// A name as part of a sentence. Around one that is written from right to left, the sentence
/// keeps its order (Unicode UAX #9, isolates).
fn isolated(name: &str) -> Cow<'_, str> {
    let is_rtl =
        |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
    match name.contains(is_rtl) {
        true => format!("\u{2068}{name}\u{2069}").into(),
        false => name.into(),
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
    let language = context.language.get_untracked();
    let (kind, shape, order) = match &toast.kind {
        ToastKind::NewOrder(id) => ("order", Shape::Bell, Some(*id)),
        ToastKind::Finished(id) => ("finish", Shape::Check, Some(*id)),
        ToastKind::Cancelled(id) => ("cancel", Shape::Cross, Some(*id)),
        ToastKind::Hurried(id) => ("hurry", Shape::Clock, Some(*id)),
        ToastKind::Message(_) => ("psh", Shape::Message, None),
        ToastKind::Reset => ("reset", Shape::Warning, None),
    };
    let order = order.and_then(|id| {
        context
            .state
            .with_untracked(|state| state.order(id).cloned())
    });
    let number = order.as_ref().map(|order| {
        view! { <strong class="toast__number">{format!("#{}", order.number)}</strong> }
    });
    let is_new = matches!(toast.kind, ToastKind::NewOrder(_));
    let age = order
        .as_ref()
        .filter(|_| is_new)
        .map(|order| age(context, order));
    let actions = order.map(|Order { id, .. }| {
        view! {
            <div class="toast__actions">
                {is_new.then(|| accept_button(language, id))}
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| focus_card(id)
                >
                    {tr!(language, "toast.open")}
                </button>
                {is_new.then(|| refusal(id))}
            </div>
        }
    });
    let card = NodeRef::new();
    let swipe = Swipe::new(card, close);
    view! {
        <div
            node_ref=card
            on:pointerdown=move |event| swipe.begin(&event)
            on:pointermove=move |event| swipe.lead(&event)
            on:pointerup=move |event| swipe.end(&event)
            on:pointercancel=move |_| swipe.cancel()
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
                <p class="toast__text">{number} <span>{rest(context, &toast)}</span> {age}</p>
                {message(context, &toast.kind)}
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

/// For how long an order has waited.
fn age(context: AdminContext, order: &Order) -> impl IntoView + use<> {
    view! {
        <span class="toast__age" data-urgency=urgency_name(context.urgency(order.id))>
            {context.age(order.id)}
        </span>
    }
}

/// Why an order was not accepted.
fn refusal(id: OrderId) -> impl IntoView {
    let actions = OrderActions::new(id);
    view! {
        <p class="card__fault" role="alert">
            {actions.refusal()}
        </p>
    }
}

/// What a message says, below the word of who sends it, and the way to an answer.
fn message(context: AdminContext, kind: &ToastKind) -> Option<impl IntoView + use<>> {
    let ToastKind::Message(push) = kind else {
        return None;
    };
    let title = (!push.title.is_empty())
        .then(|| view! { <strong dir="auto">{push.title.clone()}</strong> });
    let user = context.user.get_value();
    let address = context
        .colleagues
        .with_value(|names| reply_address(push, &user, names));
    let answer = address.map(|href| {
        view! {
            <div class="toast__actions">
                <a class="button button--quiet" href=href>
                    {tr!(context.language.get_untracked(), "toast.answer")}
                </a>
            </div>
        }
    });
    Some(view! {
        <p class="toast__message">
            {title} <span dir="auto">{push.text.clone()}</span> " "
            <time class="toast__age">{push.time.clone()}</time>
        </p>
        {answer}
    })
}

/// Accepts an order.
fn accept_button(language: Language, id: OrderId) -> impl IntoView {
    let to = OrderStatus::Accepted;
    let (icon, label) = (Some(verb_icon(to)), verb(language, to));
    let press = Box::new(move |actions: OrderActions| actions.change_to(to));
    let actions = OrderActions::new(id);
    step_button(actions, "button button--primary", icon, label, press)
}
