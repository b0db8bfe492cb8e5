//! Moving an order on, from its card or from its popup.

use super::{Shape, desk_island::DeskContext};
use crate::{
    actions::{Fault, change_order},
    words,
};
use domain::{
    language::Language,
    orders::{OrderId, OrderStatus},
};
use leptos::{prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::HtmlElement};
use std::borrow::Cow;

/// Moves one order on. What comes of it is kept with the back office, not with
/// the button: a button is gone as soon as somebody else was faster.
#[derive(Clone, Copy)]
pub(super) struct Mover {
    context: DeskContext,
    id: OrderId,
}

impl Mover {
    pub(super) fn new(id: OrderId) -> Self {
        let context = DeskContext::current();
        Self { context, id }
    }

    /// Asks for a status; of two who ask, the server lets one win.
    pub(super) fn move_to(self, to: OrderStatus) {
        let (context, id) = (self.context, self.id);
        let known = context
            .desk
            .with_untracked(|desk| desk.order(id).map(|order| order.version));
        let Some(version) = known else {
            return;
        };
        context
            .refusals
            .update(|refusals| refusals.retain(|(order, _)| *order != id));
        context.busy.update(|busy| busy.push(id));
        spawn_local(async move {
            match change_order(id.0, to, version).await {
                Ok(order) => {
                    context.desk.update(|desk| desk.put(order));
                    request_animation_frame(move || keep_focus(id));
                }
                Err(fault) => {
                    let text = fault_text(context.language, &fault);
                    context
                        .refusals
                        .update(|refusals| refusals.push((id, text)));
                }
            }
            context
                .busy
                .update(|busy| busy.retain(|order| *order != id));
        });
    }

    /// Whether an answer is awaited.
    pub(super) fn is_busy(self) -> bool {
        self.context.busy.with(|busy| busy.contains(&self.id))
    }

    /// Why the last wish was not granted, in words.
    pub(super) fn refusal(self) -> Option<String> {
        self.context.refusals.with(|refusals| {
            let (_, text) = refusals.iter().find(|(order, _)| *order == self.id)?;
            Some(text.clone())
        })
    }
}

fn fault_text(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::Conflict { status, handled } => words::conflict(language, *status, handled.as_ref()),
        Fault::NotAllowed { from, to } => words::not_allowed(language, *from, *to),
        Fault::SignedOut => tr!(language, "link.signed_out").into_owned(),
        Fault::NotFound
        | Fault::Forbidden(_)
        | Fault::Invalid(_)
        | Fault::TooManyOrders
        | Fault::Unavailable
        | Fault::Lost(_) => tr!(language, "desk.not_done").into_owned(),
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

/// The icon beside [`verb`].
pub(super) fn verb_icon(to: OrderStatus) -> Shape {
    match to {
        OrderStatus::Accepted => Shape::Pot,
        OrderStatus::Finished => Shape::Check,
        _ => Shape::Cross,
    }
}

/// The button that was pressed is gone with the status that it was for: the
/// keyboard goes on from the order's card, unless it went elsewhere meanwhile.
fn keep_focus(id: OrderId) {
    let is_lost = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    if is_lost {
        focus_card(id);
    }
}

/// Brings the keyboard to an order's card.
pub(super) fn focus_card(id: OrderId) {
    if let Some(card) = document().get_element_by_id(&card_id(id)) {
        let _ = card.unchecked_into::<HtmlElement>().focus();
    }
}

/// The card's place in the page.
pub(super) fn card_id(id: OrderId) -> String {
    format!("order-{id}")
}
