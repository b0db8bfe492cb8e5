//! What was sent.

use super::words;
use crate::request::language;
use domain::{ShopClock, channels::PastAlert};
use leptos::prelude::*;
use std::sync::Arc;

/// The last alerts, the newest first: when, of which order, by which channel, how often,
/// and what came back.
#[component]
pub fn PastAlerts(
    /// The alerts.
    alerts: Vec<PastAlert>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let is_empty = alerts.is_empty();
    let rows = alerts.into_iter().map(|alert| {
        let at = alert.sent_at.unwrap_or(alert.created_at);
        let time = clock.day_and_time(at);
        let answer = alert.answer.as_ref();
        let answer = answer.map(|answer| words::answer(language, answer));
        let attempts = tr!(language, "channel.attempts", count = alert.attempts);
        view! {
            <li class="row" data-alert=alert.state.as_str()>
                <div class="row__head">
                    <time class="row__note" datetime=at.rfc3339()>
                        {time}
                    </time>
                    <strong>{format!("#{}", alert.number)}</strong>
                    <span>{words::cause(language, alert.cause)}</span>
                    <span>{alert.channel_name}</span>
                    <strong>{words::state(language, alert.state)}</strong>
                    <span class="row__note">{attempts}</span>
                    <span class="row__note">{answer}</span>
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="sent-title">
            <h2 id="sent-title">{tr!(language, "channel.sent")}</h2>
            {is_empty.then(|| view! { <p class="empty">{tr!(language, "channel.nothing_sent")}</p> })}
            <ul class="rows">{rows.collect_view()}</ul>
        </section>
    }
}
