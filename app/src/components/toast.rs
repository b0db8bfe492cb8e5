//! One popup.

use super::{
    Icon, Shape,
    desk_island::DeskContext,
    order_card::{Mover, card_id, verb},
};
use crate::live::toasts::{Toast, ToastKind};
use domain::{language::Language, order::OrderId, status::OrderStatus};
use leptos::{either::Either, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// What a popup says, in one sentence: to see, and to hear.
pub(super) fn text(context: DeskContext, toast: &Toast) -> String {
    let language = context.language;
    match &toast.kind {
        ToastKind::NewOrder(id) => about(context, *id, |order| {
            let total = order.total.display(order.currency);
            tr!(
                language,
                "toast.order",
                number = order.number,
                name = order.customer.name,
                total = total
            )
            .into_owned()
        }),
        ToastKind::Finished(id) => about(context, *id, |order| {
            let by = order
                .handled
                .as_ref()
                .map_or("", |handled| handled.by.as_str());
            tr!(language, "toast.finish", number = order.number, by = by).into_owned()
        }),
        ToastKind::Cancelled(id) => about(context, *id, |order| {
            let by = order
                .handled
                .as_ref()
                .map_or("", |handled| handled.by.as_str());
            tr!(language, "toast.cancel", number = order.number, by = by).into_owned()
        }),
        ToastKind::Message(push) => {
            let from = tr!(language, "toast.message", from = push.from);
            match push.title.as_str() {
                "" => format!("{from}: {}", push.text),
                title => format!("{from}: {title} – {}", push.text),
            }
        }
        ToastKind::Reset => tr!(language, "toast.reset").into_owned(),
    }
}

fn about(
    context: DeskContext,
    id: OrderId,
    tell: impl FnOnce(&domain::order::Order) -> String,
) -> String {
    context
        .desk
        .with_untracked(|desk| desk.order(id).map(tell).unwrap_or_default())
}

/// A popup with its buttons.
#[component]
pub fn ToastCard(
    /// What it is of.
    toast: Toast,
    /// Closes it.
    close: Callback<()>,
) -> impl IntoView {
    let context = DeskContext::current();
    let language = context.language;
    let (kind, shape, order) = match &toast.kind {
        ToastKind::NewOrder(id) => ("order", Shape::Bell, Some(*id)),
        ToastKind::Finished(id) => ("finish", Shape::Check, Some(*id)),
        ToastKind::Cancelled(id) => ("cancel", Shape::Cross, Some(*id)),
        ToastKind::Message(_) => ("psh", Shape::Message, None),
        ToastKind::Reset => ("reset", Shape::Warning, None),
    };
    let text = text(context, &toast);
    let is_new = matches!(toast.kind, ToastKind::NewOrder(_));
    view! {
        <div
            class=format!("toast toast--{kind}")
            data-toast=kind
            data-seq=toast.seq.to_string()
            tabindex="-1"
            role="group"
            aria-label=text
        >
            <span class="toast__mark">
                <Icon shape />
            </span>
            <div class="toast__body">
                <p class="toast__text">{text.clone()}</p>
                <div class="toast__actions">
                    {order
                        .filter(|_| is_new)
                        .map(|id| view! { <AcceptButton language id /> })}
                    {match order {
                        Some(id) => {
                            Either::Left(
                                view! {
                                    <button
                                        type="button"
                                        class="button button--quiet"
                                        on:click=move |_| show_card(id)
                                    >
                                        {tr!(language, "toast.open")}
                                    </button>
                                },
                            )
                        }
                        None => Either::Right(()),
                    }}
                </div>
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

#[component]
fn AcceptButton(language: Language, id: OrderId) -> impl IntoView {
    let mover = Mover::new(id);
    view! {
        <button
            type="button"
            class="button button--primary"
            disabled=move || mover.is_busy()
            on:click=move |_| mover.move_to(OrderStatus::Accepted)
        >
            {verb(language, OrderStatus::Accepted)}
        </button>
        <p class="card__fault" role="alert">
            {move || mover.fault()}
        </p>
    }
}

/// Brings an order's card into view, and the keyboard to it.
fn show_card(id: OrderId) {
    if let Some(card) = document().get_element_by_id(&card_id(id)) {
        card.scroll_into_view();
        let _ = card.unchecked_into::<HtmlElement>().focus();
    }
}
