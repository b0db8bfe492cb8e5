//! What can be done about an order, on its card.

use crate::{
    desk::{
        context::AdminContext,
        order_actions::{OrderActions, verb, verb_icon},
        step_button::step_button,
    },
    erased::ShowBuilt,
    ui::Icon,
    words,
};
use domain::orders::{Order, OrderStatus, PROMISES, ReasonKind};
use leptos::prelude::*;
use strum::VariantArray;

/// The steps of an order that goes well.
const STEPS: [OrderStatus; 4] = [
    OrderStatus::Accepted,
    OrderStatus::Finished,
    OrderStatus::Preparing,
    OrderStatus::Ready,
];

const PRIMARY: &str = "button button--primary";
const QUIET: &str = "button button--quiet";

/// The buttons of a card, and the word of who was faster.
#[component]
pub fn CardActions(
    /// The order.
    order: Order,
) -> impl IntoView {
    let context = AdminContext::current();
    let language = context.language.get_untracked();
    let status = order.status;
    let actions = OrderActions::new(order.id);
    let steps = STEPS.into_iter().filter(|to| status.can_become(*to));
    let steps = steps.map(|to| {
        let class = match to {
            OrderStatus::Preparing | OrderStatus::Ready => QUIET,
            _ => PRIMARY,
        };
        let (icon, label) = (Some(verb_icon(to)), verb(language, to));
        let press = Box::new(move |actions: OrderActions| actions.change_to(to));
        step_button(actions, class, icon, label, press)
    });
    let promises = (status == OrderStatus::Placed).then(|| {
        let promises = PROMISES.map(|minutes| {
            let label = tr!(language, "desk.minutes", count = minutes);
            let press = Box::new(move |actions: OrderActions| actions.accept_in(minutes));
            step_button(actions, QUIET, None, label, press)
        });
        let label = tr!(language, "desk.accept_in").into_owned();
        view! {
            <div class="card__promises" role="group" aria-label=label>
                {promises.into_iter().collect_view()}
            </div>
        }
    });
    let call_off = status.called_off().map(|to| {
        let reasons = ReasonKind::VARIANTS.iter().map(|reason| {
            let label = words::reason_kind(language, *reason);
            let press = Box::new(move |actions: OrderActions| actions.call_off(to, *reason));
            step_button(actions, QUIET, None, label, press)
        });
        view! {
            <details class="card__call-off">
                <summary class=QUIET>
                    <Icon shape=verb_icon(to) />
                    {verb(language, to)}
                </summary>
                <div class="card__actions">{reasons.collect_view()}</div>
            </details>
        }
    });
    let until = context.user.with_value(|user| order.undo_until(user));
    let can_undo = move || {
        // A page that does not live yet can do nothing about it.
        actions.is_mounted() && until.is_some_and(|until| context.now.get() < until)
    };
    let undo = move || {
        let label = tr!(language, "desk.undo");
        step_button(actions, QUIET, None, label, Box::new(OrderActions::undo))
    };
    view! {
        <div class="card__actions">
            {steps.collect_view()} {promises} {call_off}
            <ShowBuilt when=can_undo>{undo()}</ShowBuilt>
        </div>
        <p class="card__fault" role="alert">
            {actions.refusal()}
        </p>
    }
}
