//! What the customer can do about an order, as it is now.

use super::order_path;
use crate::{form::ActionButton, request::language};
use domain::{orders::OrderStory, validation::Field};
use leptos::prelude::*;

/// The forms of the page that can be sent now.
#[component]
pub fn Actions<'a>(
    /// The order.
    story: &'a OrderStory,
) -> impl IntoView + use<> {
    let cancel = story.can_cancel().then(|| {
        view! { <Cancel token=story.order.token.clone() version=story.order.version /> }
    });
    view! {
        <div class="order-actions" data-live="actions" data-bell-look=story.hurry_in()>
            <Hurry story />
            {cancel}
        </div>
    }
}

/// Asking where the order stays, where it is late; or that the shop was asked.
#[component]
fn Hurry<'a>(
    /// The order.
    story: &'a OrderStory,
) -> impl IntoView + use<> {
    let language = language();
    let order = &story.order;
    let asked = order
        .hurried
        .as_ref()
        .filter(|_| order.hurry_from().is_some());
    let asked = asked.map(|asked| {
        view! { <p role="status">{tr!(language, "progress.hurried", time = asked.time)}</p> }
    });
    let button = story.can_hurry().then(|| {
        view! {
            <ActionButton
                action=format!("{}/hurry", order_path(&order.token))
                label=tr!(language, "progress.hurry")
            />
        }
    });
    (asked, button)
}

/// Calling the order off; asked for twice, for it can't be taken back.
#[component]
fn Cancel(
    /// The unguessable name of the page.
    token: String,
    /// The version of the order that is shown.
    version: u32,
) -> impl IntoView {
    let language = language();
    view! {
        <details class="order-actions__cancel" data-key="cancel">
            <summary class="button button--quiet">{tr!(language, "progress.cancel")}</summary>
            <form method="post" action=format!("{}/cancel", order_path(&token))>
                <p>{tr!(language, "progress.cancel_sure")}</p>
                <input type="hidden" name=Field::Version.to_string() value=version.to_string() />
                <button class="button button--primary">{tr!(language, "progress.cancel_now")}</button>
            </form>
        </details>
    }
}
