//! The steps of an order that goes well, and the way back.

use super::forms::TO;
use crate::{
    desk::order_actions::{verb, verb_icon},
    request::language,
    ui::Icon,
};
use domain::{
    Timestamp,
    orders::{Order, OrderStatus, PROMISES, UNDO_SECONDS},
    validation::Field,
};
use leptos::prelude::*;

/// The steps, in their order.
const STEPS: [OrderStatus; 4] = [
    OrderStatus::Accepted,
    OrderStatus::Preparing,
    OrderStatus::Ready,
    OrderStatus::Finished,
];

/// A button for each status that the order can have next.
#[component]
pub fn Moves(
    /// The order.
    order: Order,
) -> impl IntoView {
    let language = language();
    let steps = STEPS.into_iter().filter(|to| order.status.can_become(*to));
    let steps = steps.map(|to| {
        let promise = (to == OrderStatus::Accepted).then(|| view! { <Promise /> });
        view! {
            <form class="action" method="post" action=format!("/admin/orders/{}/move", order.id)>
                <Version order=order.clone() />
                <input type="hidden" name=TO value=to.as_str() />
                {promise}
                <button class="button button--primary">
                    <Icon shape=verb_icon(to) />
                    {verb(language, to)}
                </button>
            </form>
        }
    });
    view! { <div class="detail__moves">{steps.collect_view()}</div> }
}

/// When the order will be ready.
#[component]
fn Promise() -> impl IntoView {
    let language = language();
    let choices = PROMISES.map(|minutes| {
        view! {
            <option value=minutes.to_string()>
                {tr!(language, "desk.minutes", count = minutes)}
            </option>
        }
    });
    view! {
        <label class="detail__promise">
            <span>{tr!(language, "detail.ready_in")}</span>
            <select name=Field::Minutes.to_string()>
                <option value="">{tr!(language, "detail.no_promise")}</option>
                {choices.into_iter().collect_view()}
            </select>
        </label>
    }
}

/// The version on which a change rests.
#[component]
pub(super) fn Version(
    /// The order.
    order: Order,
) -> impl IntoView {
    view! {
        <input
            type="hidden"
            name=Field::Version.to_string()
            value=order.version.to_string()
        />
    }
}

/// Takes the last move back, as long as it was this user's and has just happened.
#[component]
pub fn UndoButton(
    /// The order.
    order: Order,
    /// Who looks at it.
    user: String,
    /// When.
    now: Timestamp,
) -> impl IntoView {
    let language = language();
    let can_undo = order.undo_until(&user).is_some_and(|until| now < until);
    can_undo.then(|| {
        view! {
            <form class="done" method="post" action=format!("/admin/orders/{}/undo", order.id)>
                <Version order=order.clone() />
                <p>{tr!(language, "detail.undo_hint", count = UNDO_SECONDS)}</p>
                <button class="button button--quiet">{tr!(language, "desk.undo")}</button>
            </form>
        }
    })
}
