//! One channel in the list, and what can be done about one.

use super::words;
use crate::{form::ActionButton, request::language};
use domain::{
    ShopClock,
    channels::{Answer, Channel, PastAlert},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A channel, with what became of its last alert.
#[component]
pub fn ChannelRow(
    /// The channel.
    channel: Channel,
    /// Its last alert; `None` while there was none.
    last: Option<PastAlert>,
    /// What came back when it was tried just now.
    tested: Option<Answer>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let (id, name) = (channel.id, channel.fields.name);
    let destination = channel.fields.destination;
    let at = |part: &str| format!("/admin/channels/{id}/{part}");
    let spoken = |verb: &str| format!("{verb}: {name}");
    let (switch, verb) = match channel.is_enabled {
        true => ("disable", tr!(language, "channel.disable")),
        false => ("enable", tr!(language, "channel.enable")),
    };
    let note = format!(
        "{} · {}",
        words::kind(language, destination.kind),
        destination.shown_address()
    );
    let last = match &last {
        None => tr!(language, "channel.nothing_sent").into_owned(),
        Some(last) => {
            let time = clock.day_and_time(last.created_at);
            let state = words::state(language, last.state);
            let answer = last.answer.as_ref();
            let answer = answer.map(|answer| words::answer(language, answer));
            [Some(time), Some(state), answer]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    let tested = tested.map(|answer| {
        view! {
            <p class="done" role="status">
                {words::answer(language, &answer)}
            </p>
        }
    });
    let test = tr!(language, "channel.test").into_owned();
    let delete = tr!(language, "channel.delete").into_owned();
    let off = (!channel.is_enabled)
        .then(|| view! { <span class="tag tag--off">{tr!(language, "channel.disabled")}</span> });
    view! {
        <li class="row" data-channel=name.clone()>
            <div class="row__head">
                <h2 class="row__name">
                    <a href=format!("/admin/channels/{id}")>{name.clone()}</a>
                </h2>
                {off}
                <span class="row__note">{note}</span>
            </div>
            <p class="row__note">{last}</p>
            {tested}
            <div class="row__actions">
                <ActionButton action=at("test") spoken=spoken(&test) label=test />
                <ActionButton action=at(switch) spoken=spoken(&verb) label=verb />
            </div>
            <details class="row__more">
                <summary>
                    {delete.clone()} <span class="visually-hidden">{name.clone()}</span>
                </summary>
                <p>{tr!(language, "channel.delete_about")}</p>
                <ActionButton
                    action=at("delete")
                    spoken=spoken(&delete)
                    label=tr!(language, "channel.delete_confirm")
                />
            </details>
        </li>
    }
}
