//! How a customer is told that the order is ready, with the page in the background.

use crate::{
    request::language,
    ui::{Icon, PageScript, Shape},
};
use leptos::prelude::*;

/// The buttons that switch that on, hidden until the script shows them (`public/order.js`):
/// it is this browser's, and nothing rings without scripts. A browser asks its user about
/// notifications only after the button was pressed.
#[component]
pub fn ReadyAlerts() -> impl IntoView {
    let language = language();
    view! {
        <PageScript src="/order.js" />
        <div
            class="order-alerts"
            role="group"
            aria-labelledby="order-alerts"
            data-order-alerts
            hidden
        >
            <p id="order-alerts">{tr!(language, "progress.tell")}</p>
            <button class="button button--quiet" type="button" aria-pressed="false" data-order-sound>
                <Icon shape=Shape::Bell />
                {tr!(language, "progress.sound")}
            </button>
            <button
                class="button button--quiet"
                type="button"
                aria-pressed="false"
                data-order-notify
                hidden
            >
                <Icon shape=Shape::Message />
                {tr!(language, "progress.notify")}
            </button>
            <p class="field__hint" role="status" data-order-denied hidden>
                {tr!(language, "progress.notify_denied")}
            </p>
        </div>
    }
}
