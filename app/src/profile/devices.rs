//! Which of one's own devices ring with the page closed.

use super::{device_row::DeviceRow, device_test::TestLine};
use crate::{form::ActionButton, request::language, ui::PageScript};
use domain::{
    ShopClock,
    web_push::{MAX_SUBSCRIPTIONS, PushSubscription},
};
use leptos::prelude::*;
use std::{borrow::Cow, sync::Arc};

/// Adding the device on which the page is read, and the list of all. A browser lets
/// scripts alone do the first; they take every text from here.
#[component]
pub fn Devices(
    /// One's own devices.
    devices: Vec<PushSubscription>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let has_devices = !devices.is_empty();
    let rows = devices
        .into_iter()
        .map(|device| view! { <DeviceRow device clock=clock.clone() /> });
    view! {
        <section class="panel" id="devices" aria-labelledby="devices-title" data-push>
            <h2 id="devices-title">{tr!(language, "push.title")}</h2>
            <p class="field__hint">{tr!(language, "push.hint")}</p>
            <noscript>
                <p class="notice">{tr!(language, "push.noscript")}</p>
            </noscript>
            <p role="status" data-push-said></p>
            <p data-push-add hidden>
                <button type="button" class="button button--primary">
                    {tr!(language, "push.add")}
                </button>
            </p>
            <template>{sayings().collect_view()}</template>
            <TestLine />
            <ul class="rows">{rows.collect_view()}</ul>
            {has_devices
                .then(|| {
                    view! {
                        <ActionButton
                            action="/admin/profile/devices/test"
                            label=tr!(language, "push.test")
                        />
                    }
                })}
        </section>
        <PageScript src="/push.js" />
    }
}

/// What the script may have to say, by the names by which it asks for it.
fn sayings() -> impl Iterator<Item = AnyView> {
    let language = language();
    let texts: [(&str, Cow<'static, str>); 12] = [
        ("working", tr!(language, "push.working")),
        ("added", tr!(language, "push.added")),
        ("denied", tr!(language, "push.denied")),
        ("unanswered", tr!(language, "push.unanswered")),
        ("insecure", tr!(language, "push.insecure")),
        ("unsupported", tr!(language, "push.unsupported")),
        ("homescreen", tr!(language, "push.homescreen")),
        ("service", tr!(language, "push.service")),
        ("signed_out", tr!(language, "push.signed_out")),
        (
            "too_many",
            tr!(language, "push.too_many", most = MAX_SUBSCRIPTIONS),
        ),
        ("refused", tr!(language, "push.refused")),
        ("failed", tr!(language, "push.failed")),
    ];
    texts
        .into_iter()
        .map(|(name, text)| view! { <span data-say=name>{text}</span> }.into_any())
}
