//! What notices say.

use crate::words;
use domain::{events::Event, language::Language, notices::NoticeKind, orders::OrderChanged};
use std::borrow::Cow;

/// What a kind is called.
pub fn kind(language: Language, kind: NoticeKind) -> Cow<'static, str> {
    match kind {
        NoticeKind::Order => tr!(language, "notice.order"),
        NoticeKind::Finish => tr!(language, "notice.finish"),
        NoticeKind::Cancel => tr!(language, "notice.cancel"),
        NoticeKind::Message => tr!(language, "notice.message"),
        NoticeKind::Hurry => tr!(language, "notice.hurry"),
    }
}

/// What the popup said beside the order's number, or above the message.
pub fn text(language: Language, event: &Event) -> String {
    let text = match event {
        Event::Order(order) => {
            let text = tr!(
                language,
                "toast.order",
                name = words::customer(language, &order.customer.name),
                total = order.total.display(order.currency)
            );
            match words::handover(language, &order.handover, order.wanted.as_ref()).as_str() {
                "" => text,
                handover => format!("{text} · {handover}").into(),
            }
        }
        Event::Finish(change) => tr!(language, "toast.finish", by = by(change)),
        Event::Change(change) if change.by.is_empty() => tr!(language, "toast.cancel_customer"),
        Event::Change(change) => tr!(language, "toast.cancel", by = by(change)),
        Event::Psh(push) => tr!(language, "toast.message", from = push.from),
        Event::Hurry(hurried) => tr!(
            language,
            "toast.hurry",
            name = words::customer(language, &hurried.order.customer.name)
        ),
        // They have no popup.
        Event::Access(_)
        | Event::Menu(_)
        | Event::Settings(_)
        | Event::Read(_)
        | Event::Line(_)
        | Event::Day(_)
        | Event::Note(_)
        | Event::Rate(_) => "".into(),
    };
    text.into_owned()
}

fn by(change: &OrderChanged) -> &str {
    &change.by
}
