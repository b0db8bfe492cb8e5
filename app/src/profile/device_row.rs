//! One of one's own devices that ring with the page closed.

use super::{device_name::device_name, device_test::outcome_text};
use crate::{form::ActionButton, request::language};
use domain::{ShopClock, Timestamp, web_push::PushSubscription};
use leptos::prelude::*;
use std::sync::Arc;

/// What it is, what became of its last message, and removing it.
#[component]
pub fn DeviceRow(
    /// The device.
    device: PushSubscription,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let name = device_name(&device.device);
    let time = |at: Timestamp| clock.day_and_time(at);
    let note = match device.last {
        None => tr!(language, "push.since", time = time(device.created_at)),
        Some(last) => tr!(
            language,
            "push.last",
            time = time(last.at),
            outcome = outcome_text(last.outcome, language)
        ),
    };
    let remove = tr!(language, "push.remove");
    view! {
        <li class="row" data-endpoint=device.endpoint>
            <div class="row__head">
                <h3 class="row__name">{name.clone()}</h3>
                <span data-push-this hidden>
                    <span class="tag">{tr!(language, "profile.this")}</span>
                </span>
                <span class="row__note">{note}</span>
            </div>
            <ActionButton
                action=format!("/admin/profile/devices/{}/remove", device.id)
                spoken=format!("{remove}: {name}")
                label=remove
            />
        </li>
    }
}
