//! What parts of a day's sums are called.

use domain::{
    language::Language,
    money::Currency,
    sums::{LaterWhat, PaidBy},
};
use std::borrow::Cow;

/// What a way of payment is called.
pub fn paid_by(language: Language, by: PaidBy) -> Cow<'static, str> {
    match by {
        PaidBy::Cash => tr!(language, "sums.cash"),
        PaidBy::Wechat => tr!(language, "sums.wechat"),
        PaidBy::Alipay => tr!(language, "sums.alipay"),
        PaidBy::Card => tr!(language, "sums.card"),
        PaidBy::Other => tr!(language, "sums.other_payment"),
        PaidBy::Unpaid => tr!(language, "sums.unpaid"),
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
    let status = |status| crate::words::status(language, status);
    match what {
        LaterWhat::Status { to } => status(to),
        LaterWhat::Undo { to } => tr!(language, "days.undone", status = status(to)),
        LaterWhat::Payment { payment } => {
            let by = payment.unwrap_or(PaidBy::Unpaid);
            tr!(language, "days.payment", by = paid_by(language, by))
        }
        LaterWhat::Refund { amount } => {
            tr!(language, "days.refund", amount = amount.display(currency))
        }
        LaterWhat::Other => tr!(language, "days.changed"),
    }
}
