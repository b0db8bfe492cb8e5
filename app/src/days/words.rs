//! What parts of a day's sums are called.

use crate::{orders::words, words::status};
use domain::{
    language::Language,
    money::Currency,
    orders::Payment,
    sums::{LaterWhat, PaidBy},
};
use std::borrow::Cow;

/// What a way of payment is called.
pub fn paid_by(language: Language, by: PaidBy) -> Cow<'static, str> {
    match by {
        PaidBy::Unpaid => tr!(language, "sums.unpaid"),
        // Below others "Other" would read as the rest of them.
        PaidBy::Paid(Payment::Other) => tr!(language, "sums.other_payment"),
        PaidBy::Paid(payment) => words::payment(language, payment),
    }
}

/// What a reason is called by its name; one that is not known here is said as it is.
pub fn reason(language: Language, name: &str) -> Cow<'_, str> {
    match name {
        "" => tr!(language, "sums.no_reason"),
        "sold_out" => tr!(language, "sums.sold_out"),
        "busy" => tr!(language, "sums.busy"),
        "closing" => tr!(language, "sums.closing"),
        "customer" => tr!(language, "sums.customer"),
        "unreachable" => tr!(language, "sums.unreachable"),
        "other" => tr!(language, "sums.other_reason"),
        name => name.into(),
    }
}

/// What was done about an order after its day was closed.
pub fn later(language: Language, what: LaterWhat, currency: Currency) -> Cow<'static, str> {
    match what {
        LaterWhat::Status { to } => status(language, to),
        LaterWhat::Undo { to } => tr!(language, "days.undone", status = status(language, to)),
        LaterWhat::Payment { payment } => {
            tr!(
                language,
                "days.payment",
                by = paid_by(language, payment.into())
            )
        }
        LaterWhat::Refund { amount } => {
            tr!(language, "days.refund", amount = amount.display(currency))
        }
        LaterWhat::Other => tr!(language, "days.changed"),
    }
}
