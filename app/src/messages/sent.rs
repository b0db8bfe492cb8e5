//! What was written in the last days, and what became of it.

use super::{forms::PAGE, title::message_title};
use crate::request::language;
use domain::{ShopClock, messages::SentMessage};
use leptos::prelude::*;
use std::sync::Arc;

/// Messages that were sent, the newest first.
#[component]
pub fn SentMessages(
    /// The messages.
    messages: Vec<SentMessage>,
    /// Whether there may be more before them.
    more: bool,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let is_empty = messages.is_empty();
    let last = messages.last().filter(|_| more).map(|message| message.seq);
    let older = last.map(|before| {
        view! {
            <a class="button button--quiet" href=format!("{PAGE}?before={before}")>
                {tr!(language, "audit.older")}
            </a>
        }
    });
    let rows = messages.into_iter().map(|message| {
        view! { <SentRow message clock=clock.clone() /> }
    });
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="sent-title">
            <h2 id="sent-title">{tr!(language, "sent.title")}</h2>
            {is_empty.then(|| view! { <p class="empty">{tr!(language, "sent.empty")}</p> })}
            <ol class="rows">{rows}</ol>
            {older}
        </section>
    }
}

#[component]
fn SentRow(message: SentMessage, clock: Arc<dyn ShopClock>) -> impl IntoView {
    let language = language();
    let at = message.sent_at;
    let time = clock.day_and_time(at);
    let to = match message.to.is_empty() {
        true => tr!(language, "compose.everybody").into_owned(),
        false => message.to.join(", "),
    };
    let title = (!message.title.is_empty()).then(|| message_title(message.title, message.order));
    let text = match message.text {
        Some(text) => view! { <span>{text}</span> },
        None => view! { <span>{tr!(language, "sent.private").into_owned()}</span> },
    };
    let delivered = tr!(
        language,
        "sent.delivered",
        count = message.delivered,
        all = message.readers
    );
    let seen = tr!(
        language,
        "sent.seen",
        count = message.seen,
        all = message.readers
    );
    view! {
        <li class="row" data-message=message.seq.to_string()>
            <div class="row__head">
                <time class="row__note" datetime=at.rfc3339()>
                    {time}
                </time>
                <strong>{message.from} " → " {to}</strong>
                {title}
                {text}
            </div>
            <p class="row__note">{delivered} " · " {seen}</p>
        </li>
    }
}
