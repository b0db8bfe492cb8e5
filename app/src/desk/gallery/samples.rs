//! What the popups of the gallery are about.

use crate::desk::{
    actions::{DeskSnapshot, WaitingOrder},
    context::AdminContext,
    state::{Toast, ToastKind},
    urgency::UrgencyRules,
};
use delivery::{Cursor, Epoch, LocalTime, Seq};
use domain::{
    Timestamp,
    handover::Handover,
    language::Language,
    messages::Push,
    money::{Currency, Money},
    orders::{Customer, Handled, Order, OrderId, OrderStatus},
    settings::AlertRules,
};
use leptos::prelude::{GetUntracked, Set};

/// Noon of some day, in milliseconds.
const NOW: i64 = 1_795_694_400_000;
const ME: &str = "mei";
const COLLEAGUE: &str = "bo";

/// Each order: how many minutes it has waited, who ordered, how it is, and its name.
const ORDERS: [(i64, &str, OrderStatus, &str); 8] = [
    (0, "王小明", OrderStatus::Placed, "new"),
    (3, "Ada Lovelace", OrderStatus::Placed, "late"),
    (
        16,
        "שרה לוי",
        OrderStatus::Placed,
        "overdue, of right-to-left script",
    ),
    (
        1,
        "Wolfeschlegelsteinhausenbergerdorff-Unterweissbach",
        OrderStatus::Placed,
        "a long name",
    ),
    (1, "", OrderStatus::Placed, "being accepted"),
    (2, "Li", OrderStatus::Placed, "not accepted"),
    (9, "Li", OrderStatus::Finished, "finished"),
    (9, "Li", OrderStatus::Cancelled, "cancelled"),
];
const BUSY: OrderId = OrderId(5);
const REFUSED: OrderId = OrderId(6);

fn cursor(seq: i64) -> Cursor {
    let (epoch, seq) = (Epoch(1), Seq(seq));
    Cursor { epoch, seq }
}

fn order(id: i64, minutes: i64, name: &str, status: OrderStatus) -> Order {
    let is_placed = status == OrderStatus::Placed;
    Order {
        id: OrderId(id),
        token: String::new(),
        number: u32::try_from(id).unwrap_or_default(),
        status,
        version: 1,
        currency: Currency::CNY,
        total: Money::from_minor(4_600 * id),
        customer: Customer {
            name: name.to_owned(),
            phone: String::new(),
        },
        note: String::new(),
        handover: Handover::default(),
        wanted: None,
        lines: Vec::new(),
        placed_at: Timestamp::from_millis(NOW - minutes * 60_000),
        placed_time: "12:00".to_owned(),
        day: "2026-11-26".to_owned(),
        handled: (!is_placed).then(|| Handled {
            by: COLLEAGUE.to_owned(),
            at: Timestamp::from_millis(NOW),
            time: "12:00".to_owned(),
        }),
        can_undo: false,
        promised: None,
        reason: None,
        payment: None,
        refunded: Money::ZERO,
        taken_by: None,
        hurried: None,
    }
}

fn message(from: &str, title: &str, text: &str) -> ToastKind {
    ToastKind::Message(Push {
        title: title.to_owned(),
        text: text.to_owned(),
        from: from.to_owned(),
        to: None,
        time: "12:00".to_owned(),
        expires_at: Timestamp::from_millis(NOW),
        order: None,
    })
}

/// A shop that has all of it.
pub(super) fn snapshot(language: Language) -> DeskSnapshot {
    let orders = (1..)
        .zip(ORDERS)
        .map(|(id, (minutes, name, status, _))| WaitingOrder {
            event: cursor(id),
            order: order(id, minutes, name, status),
        });
    DeskSnapshot {
        language,
        user: ME.to_owned(),
        colleagues: vec![ME.to_owned(), COLLEAGUE.to_owned()],
        orders: orders.collect(),
        urgency: UrgencyRules::from(&AlertRules::default()),
        sold_out: Vec::new(),
        cursor: cursor(20),
        clock: LocalTime {
            time: Timestamp::from_millis(NOW),
            offset: 0,
        },
        day: "2026-11-26".to_owned(),
    }
}

/// Shows the popups that are not of waiting orders, and lets two orders be acted on.
pub(super) fn show(context: AdminContext) {
    let others = [
        (7, ToastKind::Finished(OrderId(7))),
        (8, ToastKind::Cancelled(OrderId(8))),
        (
            9,
            message(
                COLLEAGUE,
                "Kitchen",
                "No more noodles today.\nRice is fine.",
            ),
        ),
        (
            10,
            message("backup", "", "The backup of last night is done."),
        ),
        (11, message(COLLEAGUE, "مرحبا", "الطاولة 4 تنتظر")),
        (12, ToastKind::Reset),
        (13, ToastKind::Hurried(OrderId(2))),
    ];
    context.change(|state| {
        for (seq, kind) in others {
            state.toasts.show(cursor(seq), kind);
        }
    });
    context.signals(BUSY).is_busy.set(true);
    let language = context.language.get_untracked();
    let text = tr!(language, "desk.not_done").into_owned();
    context.signals(REFUSED).refusal.set(Some(text));
}

/// What a popup is an example of.
pub(super) fn name(toast: &Toast) -> &'static str {
    let order = usize::try_from(toast.event.seq.0 - 1)
        .ok()
        .and_then(|index| ORDERS.get(index));
    match (&toast.kind, order) {
        (ToastKind::Message(push), _) if push.from == COLLEAGUE => "a colleague’s message",
        (ToastKind::Message(_), _) => "a program’s message",
        (ToastKind::Reset, _) => "loaded anew",
        (ToastKind::Hurried(_), _) => "a customer asks",
        (_, Some((_, _, _, name))) => name,
        (_, None) => "",
    }
}
