//! Texts that take more than a look-up.

mod customer;
#[cfg(feature = "ssr")]
mod faults;
mod handover;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod refusals;
#[cfg(test)]
mod tests;

pub use customer::customer;
pub use handover::{handover, way};

#[cfg(feature = "ssr")]
pub use faults::{faults, megabytes, reason};
#[cfg(feature = "ssr")]
pub use pages::{marks, order_line, pause_length, role, weekday};
#[cfg(feature = "ssr")]
pub use refusals::{closed, conflict, not_allowed, order_refusal, refusal};

use domain::{
    Timestamp,
    language::Language,
    orders::{OrderLine, OrderStatus, ReasonKind},
};
use std::borrow::Cow;

/// The name of an order's status.
pub fn status(language: Language, status: OrderStatus) -> Cow<'static, str> {
    match status {
        OrderStatus::Placed => tr!(language, "status.placed"),
        OrderStatus::Accepted => tr!(language, "status.accepted"),
        OrderStatus::Preparing => tr!(language, "status.preparing"),
        OrderStatus::Ready => tr!(language, "status.ready"),
        OrderStatus::Finished => tr!(language, "status.finished"),
        OrderStatus::Rejected => tr!(language, "status.rejected"),
        OrderStatus::Cancelled => tr!(language, "status.cancelled"),
    }
}

/// Why an order was rejected or cancelled.
pub fn reason_kind(language: Language, kind: ReasonKind) -> Cow<'static, str> {
    match kind {
        ReasonKind::SoldOut => tr!(language, "reason.sold_out"),
        ReasonKind::Busy => tr!(language, "reason.busy"),
        ReasonKind::Closing => tr!(language, "reason.closing"),
        ReasonKind::Customer => tr!(language, "reason.customer"),
        ReasonKind::Unreachable => tr!(language, "reason.unreachable"),
        ReasonKind::Other => tr!(language, "reason.other"),
    }
}

/// What was chosen of a dish; nothing where nothing was.
pub fn options(language: Language, line: &OrderLine) -> String {
    let names = line.options.iter().map(|option| option.name.get(language));
    names.collect::<Vec<_>>().join(" · ")
}

/// How long ago something was, in whole minutes or hours.
pub fn age(language: Language, minutes: i64) -> String {
    match minutes.max(0) {
        0 => tr!(language, "age.now"),
        minutes @ 1..60 => tr!(language, "age.minutes", count = minutes),
        minutes => tr!(language, "age.hours", count = minutes / 60),
    }
    .into_owned()
}

/// The hour, minute and second on the shop's wall, `offset` seconds ahead of UTC.
pub fn time_of_day(at: Timestamp, offset: i32, with_seconds: bool) -> String {
    let seconds = (at.millis() / 1000 + i64::from(offset)).rem_euclid(86_400);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if with_seconds {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    } else {
        format!("{hours:02}:{minutes:02}")
    }
}

/// On how many devices and pages a user is there. The devices are left out where the
/// server does not know them.
pub fn presence(language: Language, name: &str, devices: u32, pages: u32) -> String {
    let pages = counted(pages, &tr!(language, "presence.pages"));
    if devices == 0 {
        return format!("{name} · {pages}");
    }
    let devices = counted(devices, &tr!(language, "presence.devices"));
    format!("{name} · {devices} · {pages}")
}

/// How long to wait: in seconds, or else in minutes that are not too few.
pub fn waiting_time(language: Language, seconds: u32) -> String {
    if seconds < 60 {
        counted(seconds, &tr!(language, "wait.seconds"))
    } else {
        counted(seconds.div_ceil(60), &tr!(language, "wait.minutes"))
    }
}

/// So many of something: `forms` is the word for one and that for more, such as
/// `page|pages`, or the one word for both.
fn counted(count: u32, forms: &str) -> String {
    let (one, more) = forms.split_once('|').unwrap_or((forms, forms));
    let form = if count == 1 { one } else { more };
    format!("{count} {form}")
}
