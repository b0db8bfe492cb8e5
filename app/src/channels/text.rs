//! What an alert says, by channels in the shop's first language.

use crate::words::{self, order_line};
use domain::{
    channels::{AlertMessage, AlertSubject, Cause, DueAlert, Stage},
    language::Language,
    orders::Order,
    shop::Shop,
};

/// The language in which the shop is written to.
fn first_language(shop: &Shop) -> Language {
    let settings = shop.settings();
    settings
        .languages
        .all()
        .first()
        .copied()
        .unwrap_or_default()
}

/// What is sent of an order that nobody has answered, or of which the customer asks.
pub fn alert_message(shop: &Shop, alert: DueAlert) -> AlertMessage {
    let language = first_language(shop);
    let placed_at = alert.order.placed_at.millis();
    AlertMessage {
        // With the time, since a new database counts from 1 again, and mail servers remember.
        id: format!("alert-{}-{placed_at}", alert.id),
        title: title(language, &alert.order, alert.cause),
        text: lines(language, &alert.order),
        subject: AlertSubject::Order {
            cause: alert.cause,
            order: Box::new(alert.order),
        },
    }
}

/// What is sent to try a channel.
pub fn test_message(shop: &Shop) -> AlertMessage {
    let language = first_language(shop);
    AlertMessage {
        id: format!("test-{}", shop.request_key()),
        title: tr!(language, "alert.test").into_owned(),
        text: tr!(language, "alert.test_text", shop = shop.settings().name).into_owned(),
        subject: AlertSubject::Test,
    }
}

/// That an order waits, and how long already; or that its customer asks for it.
pub(super) fn title(language: Language, order: &Order, cause: Cause) -> String {
    let number = order.number;
    let title = match cause {
        Cause::Hurried(_) => tr!(language, "alert.hurried", number = number),
        Cause::Waiting(Stage::New) => tr!(language, "alert.new", number = number),
        Cause::Waiting(Stage::Reminder(minutes)) => {
            tr!(
                language,
                "alert.reminder",
                number = number,
                minutes = minutes
            )
        }
        Cause::Waiting(Stage::Overdue) => tr!(language, "alert.overdue", number = number),
    };
    title.into_owned()
}

/// How it is handed over, what was ordered: a line each, what it comes to, and what the customer wants to be known.
pub(super) fn lines(language: Language, order: &Order) -> String {
    let lines = order.lines.iter();
    let lines = lines.map(|line| order_line(language, line));
    let mut lines: Vec<_> = lines.collect();
    // Where somebody lives is for those who sign in, as who ordered is.
    let handover = order.handover.clone().without_address();
    let handover = words::handover(language, &handover, order.wanted.as_ref());
    if !handover.is_empty() {
        lines.insert(0, handover);
    }
    let total = order.total.display(order.currency);
    lines.push(format!("{}: {total}", tr!(language, "order.total")));
    if !order.note.is_empty() {
        lines.push(format!("{}: {}", tr!(language, "order.note"), order.note));
    }
    lines.push(tr!(language, "alert.placed", time = order.placed_time).into_owned());
    if let Some(hurried) = &order.hurried {
        lines.push(tr!(language, "order.hurried", time = hurried.time).into_owned());
    }
    lines.join("\n")
}
