//! Why something was not done.

use super::{status, waiting_time};
use crate::errors::ActionError;
use domain::{
    language::Language,
    orders::{Handled, LimitOf, OrderStatus},
    settings::Closed,
};

/// Why something was not done in the back office.
pub fn refusal(language: Language, error: &ActionError) -> String {
    let text = match error {
        ActionError::Invalid(faults) => {
            tr!(language, "refused.invalid", count = faults.0.len())
        }
        ActionError::Forbidden(_) => tr!(language, "refused.forbidden"),
        ActionError::SignedOut => tr!(language, "link.signed_out"),
        ActionError::NotFound => tr!(language, "refused.not_found"),
        ActionError::UnknownUser => tr!(language, "invalid.unknown_user"),
        ActionError::LastOwner => tr!(language, "refused.last_owner"),
        ActionError::Outdated => tr!(language, "refused.outdated"),
        ActionError::DayOpen => tr!(language, "refused.day_open"),
        ActionError::DayChanged => tr!(language, "refused.day_changed"),
        ActionError::NotEmpty => tr!(language, "refused.not_empty"),
        ActionError::Conflict { status, handled } => {
            conflict(language, *status, handled.as_ref()).into()
        }
        ActionError::NotAllowed { from, to } => not_allowed(language, *from, *to).into(),
        ActionError::TooLate => tr!(language, "change.too_late"),
        ActionError::TooEarly { time } => tr!(language, "progress.hurry_early", time = time),
        ActionError::Closed(why) => closed(language, why).into(),
        ActionError::KeyReused => tr!(language, "refused.sent_before"),
        ActionError::Unavailable
        | ActionError::WrongPassword
        | ActionError::TooManyOrders { .. }
        | ActionError::TooManyLookUps { .. }
        | ActionError::TooManySignIns { .. } => tr!(language, "page.unavailable"),
    };
    text.into_owned()
}

/// Why an order was not placed, to its customer.
pub fn order_refusal(language: Language, error: &ActionError) -> String {
    let text = match error {
        ActionError::Invalid(faults) => tr!(language, "shop.refused", count = faults.0.len()),
        ActionError::Closed(why) => closed(language, why).into(),
        ActionError::TooManyOrders { of, retry_after } => match of {
            LimitOf::Address => tr!(language, "shop.too_many_orders"),
            LimitOf::Phone => {
                let wait = waiting_time(language, *retry_after);
                tr!(language, "shop.too_many_of_phone", wait = wait)
            }
        },
        _ => tr!(language, "shop.unavailable"),
    };
    text.into_owned()
}

/// That the shop takes no orders now, and when it does again.
pub fn closed(language: Language, closed: &Closed) -> String {
    let text = match &closed.opens {
        Some(opens) => tr!(language, "shop.opens", time = opens),
        None => tr!(language, "shop.closed"),
    };
    match closed.message.as_str() {
        "" => text.into_owned(),
        message => format!("{message} {text}"),
    }
}

/// Who was faster, with what, and when.
pub fn conflict(language: Language, now: OrderStatus, handled: Option<&Handled>) -> String {
    let state = status(language, now);
    match handled {
        Some(Handled { by, time, .. }) => tr!(
            language,
            "change.conflict",
            by = by,
            time = time,
            state = state
        )
        .into_owned(),
        None => tr!(language, "change.conflict_unknown", state = state).into_owned(),
    }
}

/// Why an order's status can't become another.
pub fn not_allowed(language: Language, from: OrderStatus, to: OrderStatus) -> String {
    let (from, to) = (status(language, from), status(language, to));
    tr!(language, "change.not_allowed", from = from, to = to).into_owned()
}
