//! What was done about an order, by whom, and when.

use crate::{orders::words::payment, request::language, words};
use domain::{
    ShopClock, Timestamp,
    language::Language,
    messages::OrderMessage,
    money::Currency,
    orders::{HistoryEntry, Order, What},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What was done or written, by whom, and when.
struct Entry {
    key: String,
    at: Timestamp,
    by: String,
    what: String,
}

/// From when it was placed to now.
#[component]
pub fn Timeline(
    /// The order.
    order: Order,
    /// What was done about it, oldest first.
    history: Vec<HistoryEntry>,
    /// What was written about it, oldest first.
    messages: Vec<OrderMessage>,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let currency = order.currency;
    let placed = match &order.taken_by {
        Some(by) => tr!(language, "detail.taken_by", by = by),
        None => tr!(language, "timeline.placed"),
    };
    let done = history.into_iter().map(|entry| Entry {
        key: entry.version.to_string(),
        what: what(language, currency, &entry.what),
        at: entry.at,
        by: match &*entry.by {
            "" => tr!(language, "timeline.customer").into_owned(),
            _ => entry.by,
        },
    });
    let written = messages.into_iter().map(|message| Entry {
        key: format!("m{}", message.seq),
        what: written(language, &message),
        at: message.sent_at,
        by: message.from,
    });
    let mut entries: Vec<_> = done.chain(written).collect();
    entries.sort_by_key(|entry| entry.at);
    let entries = entries.into_iter().map(|entry| {
        view! {
            <li data-key=entry.key>
                <time>{clock.day_and_time(entry.at)}</time>
                " "
                <bdi>{entry.by}</bdi>
                ": "
                <span dir="auto">{entry.what}</span>
            </li>
        }
    });
    view! {
        <section aria-labelledby="timeline-title">
            <h2 id="timeline-title">{tr!(language, "timeline.title")}</h2>
            <ol class="timeline">
                <li data-key="1">
                    <time>{order.day} " " {order.placed_time}</time>
                    " "
                    {placed}
                </li>
                {entries.collect_view()}
            </ol>
        </section>
    }
}

/// What was written, and to whom.
fn written(language: Language, message: &OrderMessage) -> String {
    let text = &message.text;
    let written = match &message.to[..] {
        [] => tr!(language, "timeline.written_all", text = text),
        to => tr!(
            language,
            "timeline.written",
            to = to.join(", "),
            text = text
        ),
    };
    written.into_owned()
}

/// What was done, in words.
fn what(language: Language, currency: Currency, what: &What) -> String {
    let text = match what {
        What::Status {
            to,
            minutes,
            reason,
            ..
        } => {
            let status = words::status(language, *to);
            let promised = minutes.map(|count| tr!(language, "timeline.promised", count = count));
            let reason = reason.as_ref().map(|reason| {
                let kind = words::reason_kind(language, reason.kind);
                format!("{kind} {}", reason.text).into()
            });
            let parts = [Some(status), promised, reason].into_iter().flatten();
            return parts.collect::<Vec<_>>().join(" · ").trim_end().to_owned();
        }
        What::Undo { from, to } => {
            let (from, to) = (words::status(language, *from), words::status(language, *to));
            tr!(language, "timeline.undone", from = from, to = to)
        }
        What::Payment { payment: None } => tr!(language, "timeline.unpaid"),
        What::Payment {
            payment: Some(paid),
        } => {
            tr!(language, "timeline.paid", how = payment(language, *paid))
        }
        What::Refund(refund) => {
            let amount = refund.amount.display(currency);
            tr!(
                language,
                "timeline.refunded",
                amount = amount,
                why = refund.why
            )
        }
        What::Edit {
            total_before,
            total_after,
        } => {
            let (before, after) = (
                total_before.display(currency),
                total_after.display(currency),
            );
            tr!(language, "timeline.edited", before = before, after = after)
        }
    };
    text.into_owned()
}
