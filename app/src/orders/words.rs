//! What is said of orders in several places.

use domain::{language::Language, orders::Payment};
use std::borrow::Cow;

/// How an order was paid.
pub(crate) fn payment(language: Language, payment: Payment) -> Cow<'static, str> {
    match payment {
        Payment::Cash => tr!(language, "payment.cash"),
        Payment::Wechat => tr!(language, "payment.wechat"),
        Payment::Alipay => tr!(language, "payment.alipay"),
        Payment::Card => tr!(language, "payment.card"),
        Payment::Other => tr!(language, "payment.other"),
    }
}
