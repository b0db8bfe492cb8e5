//! Texts that take more than a look-up.

mod customer;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(test)]
mod tests;

pub use customer::customer;

#[cfg(feature = "ssr")]
pub use pages::{marks, pause_length, refusal, role, weekday};

use domain::{
    Timestamp,
    language::Language,
    money::Currency,
    orders::{Handled, OrderStatus},
    settings::Closed,
    validation::Reason,
};
use std::borrow::Cow;

/// What is wrong with a field's value.
pub fn reason(language: Language, reason: Reason, currency: Currency) -> String {
    match reason {
        Reason::Blank => tr!(language, "invalid.blank"),
        Reason::TooLong { max } => tr!(language, "invalid.too_long", max = max),
        Reason::Unreadable => tr!(language, "invalid.unreadable"),
        Reason::NotAPhone => tr!(language, "invalid.not_a_phone"),
        Reason::NotAKey => tr!(language, "invalid.not_a_key"),
        Reason::Empty => tr!(language, "invalid.empty"),
        Reason::TooMany { max } => tr!(language, "invalid.too_many", max = max),
        Reason::Twice => tr!(language, "invalid.twice"),
        Reason::OutOfRange { max } => tr!(language, "invalid.out_of_range", max = max),
        Reason::UnknownItem => tr!(language, "invalid.unknown_item"),
        Reason::SoldOut => tr!(language, "invalid.sold_out"),
        Reason::TooFewLeft { left } => tr!(language, "invalid.too_few_left", left = left),
        Reason::PriceChanged { price } => {
            tr!(
                language,
                "invalid.price_changed",
                price = price.display(currency)
            )
        }
        Reason::NoMore { max } => tr!(language, "invalid.no_more", max = max),
        Reason::OptionMissing => tr!(language, "invalid.option_missing"),
        Reason::OneOption => tr!(language, "invalid.one_option"),
        Reason::UnknownOption => tr!(language, "invalid.unknown_option"),
        Reason::UnknownUser => tr!(language, "invalid.unknown_user"),
        Reason::TooShort { min } => tr!(language, "invalid.too_short", min = min),
        Reason::Taken => tr!(language, "invalid.taken"),
        Reason::NotAChoice => tr!(language, "invalid.not_a_choice"),
        Reason::WrongPassword => tr!(language, "invalid.wrong_password"),
        Reason::NotAPrice => tr!(language, "invalid.not_a_price"),
        Reason::PriceTooHigh { max } => {
            tr!(
                language,
                "invalid.price_too_high",
                max = max.display(currency)
            )
        }
        Reason::NotAStock { max } => tr!(language, "invalid.not_a_stock", max = max),
        Reason::NotATimeZone => tr!(language, "invalid.not_a_time_zone"),
        Reason::NotACurrency => tr!(language, "invalid.not_a_currency"),
        Reason::Fixed => tr!(language, "invalid.fixed"),
        Reason::NotHours => tr!(language, "invalid.not_hours"),
        Reason::NoFile => tr!(language, "invalid.no_file"),
        Reason::FileTooLarge { max } => {
            tr!(language, "invalid.file_too_large", max = megabytes(max))
        }
        Reason::NotAPhoto => tr!(language, "invalid.not_a_photo"),
        Reason::BrokenPhoto => tr!(language, "invalid.broken_photo"),
        Reason::TooManyPixels { max } => {
            tr!(
                language,
                "invalid.too_many_pixels",
                million = max / 1_000_000,
                wan = max / 10_000
            )
        }
        Reason::NotAnAddress => tr!(language, "invalid.not_an_address"),
        Reason::PrivateAddress => tr!(language, "invalid.private_address"),
        Reason::NotAMail => tr!(language, "invalid.not_a_mail"),
        Reason::NothingChosen => tr!(language, "invalid.nothing_chosen"),
    }
    .into_owned()
}

/// So many bytes, as people say it.
pub fn megabytes(bytes: usize) -> usize {
    bytes / (1024 * 1024)
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

/// How long ago something was, in whole minutes or hours.
pub fn age(language: Language, seconds: i64) -> String {
    match seconds.max(0) / 60 {
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
