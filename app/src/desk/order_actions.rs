//! Moving an order on, from its card or from its popup.

use super::{accepted, actions::change_order, context::AdminContext, order_signals::OrderSignals};
use crate::{
    erased::spawn,
    errors::Refusal,
    ui::{Shape, focus},
};
use domain::{
    language::Language,
    orders::{OrderId, OrderStatus, ReasonKind},
};
use leptos::prelude::*;
use std::borrow::Cow;

/// What can be done about one order. The outcome is kept with the page, not with the
/// button: a button is gone as soon as somebody else was faster.
#[derive(Clone, Copy)]
pub(crate) struct OrderActions {
    context: AdminContext,
    id: OrderId,
}

impl OrderActions {
    pub(crate) fn new(id: OrderId) -> Self {
        Self::of(AdminContext::current(), id)
    }

    pub(crate) fn of(context: AdminContext, id: OrderId) -> Self {
        Self { context, id }
    }

    /// Asks for a status; of two who ask, the server lets one win.
    pub(crate) fn change_to(self, to: OrderStatus) {
        spawn(self.ask(Some(to), None, None));
    }

    /// Accepts, and promises that it is ready in so many minutes.
    pub(crate) fn accept_in(self, minutes: u32) {
        spawn(self.ask(Some(OrderStatus::Accepted), Some(minutes), None));
    }

    /// Rejects or cancels, and says why.
    pub(crate) fn call_off(self, to: OrderStatus, reason: ReasonKind) {
        spawn(self.ask(Some(to), None, Some(reason)));
    }

    /// Takes the last move back.
    pub(crate) fn undo(self) {
        spawn(self.ask(None, None, None));
    }

    /// Accepts, and waits for the answer.
    pub(crate) async fn accept(self) {
        self.ask(Some(OrderStatus::Accepted), None, None).await;
    }

    async fn ask(self, to: Option<OrderStatus>, minutes: Option<u32>, reason: Option<ReasonKind>) {
        let (context, id) = (self.context, self.id);
        let known = context
            .state
            .with_untracked(|state| state.order(id).map(|order| order.version));
        let Some(version) = known else {
            return;
        };
        let OrderSignals {
            is_busy, refusal, ..
        } = context.signals(id);
        refusal.set(None);
        is_busy.set(true);
        match change_order(id.0, to, version, minutes, reason).await {
            Ok(order) => {
                if to == Some(OrderStatus::Accepted) {
                    accepted::tell(id);
                }
                context.change(|state| state.put(order));
                request_animation_frame(move || keep_focus(id));
            }
            Err(refused) => {
                let text = refusal_text(context.language.get_untracked(), refused);
                refusal.set(Some(text));
            }
        }
        is_busy.set(false);
    }

    /// Whether an answer is awaited.
    pub(crate) fn is_busy(self) -> bool {
        self.context.signals(self.id).is_busy.get()
    }

    /// Whether the page lives, so that a press does something.
    pub(crate) fn is_mounted(self) -> bool {
        self.context.is_mounted.get()
    }

    /// Why the last change was refused, in words.
    pub(crate) fn refusal(self) -> impl Fn() -> Option<String> {
        move || self.context.signals(self.id).refusal.get()
    }
}

/// Why something was not done, in words.
pub(crate) fn refusal_text(language: Language, refusal: Refusal) -> String {
    refusal.text_or(tr!(language, "desk.not_done"))
}

/// What a button that asks for a status says.
pub(crate) fn verb(language: Language, to: OrderStatus) -> Cow<'static, str> {
    match to {
        OrderStatus::Accepted => tr!(language, "desk.accept"),
        OrderStatus::Preparing => tr!(language, "desk.prepare"),
        OrderStatus::Ready => tr!(language, "desk.ready"),
        OrderStatus::Finished => tr!(language, "desk.finish"),
        OrderStatus::Rejected => tr!(language, "desk.reject"),
        OrderStatus::Placed | OrderStatus::Cancelled => tr!(language, "desk.cancel"),
    }
}

/// The icon beside [`verb`].
pub(crate) fn verb_icon(to: OrderStatus) -> Shape {
    match to {
        OrderStatus::Accepted | OrderStatus::Preparing => Shape::Pot,
        OrderStatus::Ready | OrderStatus::Finished => Shape::Check,
        OrderStatus::Placed | OrderStatus::Rejected | OrderStatus::Cancelled => Shape::Cross,
    }
}

/// The button that was pressed is gone with the status that it was for: the
/// keyboard goes on from the order's card, unless it went elsewhere meanwhile.
fn keep_focus(id: OrderId) {
    let is_lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if is_lost {
        // On a page without orders there is none, and it stays where it is.
        focus(&format!("#{}", card_id(id)));
    }
}

/// Brings the keyboard to an order's card, on the page that has it.
pub(crate) fn focus_card(id: OrderId) {
    let card = card_id(id);
    if !focus(&format!("#{card}")) {
        // A browser that does not go there stays where it is.
        let _ = window().location().set_href(&format!("/admin#{card}"));
    }
}

/// The card's place in the page.
pub(crate) fn card_id(id: OrderId) -> String {
    format!("order-{id}")
}
