//! An order, as the back office shows it, with what can be done about it.

use super::{desk_island::DeskContext, order_lines::OrderLines, status_badge::StatusBadge};
use crate::{
    actions::{ChangeOrder, Fault},
    words,
};
use domain::{
    language::Language,
    order::{Order, OrderId},
    status::OrderStatus,
};
use leptos::prelude::*;
use std::borrow::Cow;

/// What an administrator can do about an order.
const STEPS: [OrderStatus; 3] = [
    OrderStatus::Accepted,
    OrderStatus::Finished,
    OrderStatus::Cancelled,
];

/// An action that moves one order on, and its outcome.
#[derive(Clone, Copy)]
pub(super) struct Mover {
    context: DeskContext,
    id: OrderId,
    action: ServerAction<ChangeOrder>,
}

impl Mover {
    pub(super) fn new(id: OrderId) -> Self {
        let context = DeskContext::current();
        let action = ServerAction::<ChangeOrder>::new();
        Effect::new(move || {
            if let Some(Ok(order)) = action.value().get() {
                context.desk.update(|desk| desk.put(order));
            }
        });
        Self {
            context,
            id,
            action,
        }
    }

    /// Asks for a status; of two who ask, the server lets one win.
    pub(super) fn move_to(self, to: OrderStatus) {
        let version = self
            .context
            .desk
            .with_untracked(|desk| desk.order(self.id).map(|o| o.version));
        if let Some(version) = version {
            let order = self.id.0;
            self.action.dispatch(ChangeOrder { order, to, version });
        }
    }

    /// Whether an answer is awaited.
    pub(super) fn is_busy(self) -> bool {
        self.action.pending().get()
    }

    /// Why it did not work, in words.
    pub(super) fn fault(self) -> Option<String> {
        let fault = self.action.value().get()?.err()?;
        Some(fault_text(self.context.language, &fault))
    }
}

fn fault_text(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::Conflict { status, handled } => words::conflict(language, *status, handled.as_ref()),
        Fault::NotAllowed { from, to } => words::not_allowed(language, *from, *to),
        Fault::SignedOut => tr!(language, "link.signed_out").into_owned(),
        Fault::NotFound | Fault::Invalid(_) | Fault::Unavailable | Fault::Lost(_) => {
            tr!(language, "desk.not_done").into_owned()
        }
    }
}

/// What a button that asks for a status says.
pub(super) fn verb(language: Language, to: OrderStatus) -> Cow<'static, str> {
    match to {
        OrderStatus::Accepted => tr!(language, "desk.accept"),
        OrderStatus::Finished => tr!(language, "desk.finish"),
        _ => tr!(language, "desk.cancel"),
    }
}

/// An order of the list.
#[component]
pub fn OrderCard(
    /// Which order.
    id: OrderId,
) -> impl IntoView {
    let context = DeskContext::current();
    let order = Memo::new(move |_| context.desk.with(|desk| desk.order(id).cloned()));
    move || order.get().map(|order| view! { <Card order /> })
}

/// The card of one version of an order.
#[component]
fn Card(order: Order) -> impl IntoView {
    let context = DeskContext::current();
    let language = context.language;
    let (id, status) = (order.id, order.status);
    let placed_at = order.placed_at.millis();
    let age = Memo::new(move |_| {
        let seconds = (context.now.get().millis() - placed_at) / 1000;
        words::age(language, seconds)
    });
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
    view! {
        <li>
            <article
                class=format!("card card--{status}")
                id=card_id(id)
                tabindex="-1"
                aria-labelledby=format!("{}-title", card_id(id))
                data-order=order.number.to_string()
                data-status=status.as_str()
            >
                <header class="card__head">
                    <h2 class="card__number" id=format!("{}-title", card_id(id))>
                        "#"
                        {order.number}
                    </h2>
                    <StatusBadge language status />
                    <p class="card__time">
                        <time>{order.placed_time.clone()}</time>
                        " · "
                        {age}
                    </p>
                </header>
                <p class="card__customer">
                    <strong>{order.customer.name.clone()}</strong>
                    " "
                    <a href=format!("tel:{}", order.customer.phone)>{order.customer.phone.clone()}</a>
                </p>
                <OrderLines language order=order.clone() />
                {handled}
                <CardActions id status />
            </article>
        </li>
    }
}

/// The buttons of a card, and the word of who was faster.
#[component]
fn CardActions(id: OrderId, status: OrderStatus) -> impl IntoView {
    let context = DeskContext::current();
    let language = context.language;
    let mover = Mover::new(id);
    let buttons = STEPS
        .into_iter()
        .filter(|to| status.can_become(*to))
        .map(|to| {
            let class = match to {
                OrderStatus::Cancelled => "button button--quiet",
                _ => "button button--primary",
            };
            view! {
                <button
                    type="button"
                    class=class
                    disabled=move || mover.is_busy() || !context.alive.get()
                    on:click=move |_| mover.move_to(to)
                >
                    {verb(language, to)}
                </button>
            }
        });
    view! {
        <div class="card__actions">{buttons.collect_view()}</div>
        <p class="card__fault" role="alert">
            {move || mover.fault()}
        </p>
    }
}

/// The card's place in the page.
pub(super) fn card_id(id: OrderId) -> String {
    format!("order-{id}")
}
