//! The devices that ring with the page closed, in the list of channels. Everybody adds
//! their own, so there is nothing to be changed here.

use super::words;
use crate::request::language;
use domain::{ShopClock, channels::DevicesTold};
use leptos::prelude::*;
use std::sync::Arc;

/// The devices of all users, with what became of the last alert to one.
#[component]
pub fn DevicesRow(
    /// The devices.
    devices: DevicesTold,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let last = devices.last.map_or_else(
        || tr!(language, "channel.nothing_sent").into_owned(),
        |(at, state)| {
            let state = words::state(language, state);
            format!("{} · {state}", clock.day_and_time(at))
        },
    );
    view! {
        <li class="row" data-channel="devices">
            <div class="row__head">
                <h2 class="row__name">
                    <a href="/admin/profile">{tr!(language, "channel.devices")}</a>
                </h2>
                <span class="row__note">
                    {tr!(language, "channel.devices_about", count = devices.count)}
                </span>
            </div>
            <p class="row__note">{last}</p>
        </li>
    }
}
