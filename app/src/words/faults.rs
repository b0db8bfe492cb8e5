//! What is wrong with a field.

use crate::errors::FieldFault;
use domain::{
    language::Language,
    money::Currency,
    validation::{Reason, ValidationErrors},
};

/// What is wrong with which field.
pub fn faults(
    language: Language,
    faults: &ValidationErrors,
    currency: Currency,
) -> Vec<FieldFault> {
    let faults = faults.0.iter().map(|fault| FieldFault {
        field: fault.field.to_string(),
        text: reason(language, fault.reason, currency),
    });
    faults.collect()
}

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
        Reason::BelowRefund { refunded } => {
            tr!(
                language,
                "invalid.below_refund",
                refunded = refunded.display(currency)
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
        Reason::NotADay => tr!(language, "invalid.not_a_day"),
        Reason::BeforeItsBeginning => tr!(language, "invalid.before_its_beginning"),
        Reason::NotMinutes { max } => tr!(language, "invalid.not_minutes", max = max),
        Reason::NotOffered => tr!(language, "invalid.not_offered"),
        Reason::NotATime => tr!(language, "invalid.not_a_time"),
        Reason::TooSoon { earliest } => {
            tr!(language, "invalid.too_soon", earliest = earliest)
        }
        Reason::ClosedThen => tr!(language, "invalid.closed_then"),
        Reason::TooFast => tr!(language, "invalid.too_fast"),
        Reason::NotBlank => tr!(language, "invalid.not_blank"),
        Reason::TooManyChosen { max } => tr!(language, "invalid.too_many_chosen", max = max),
        Reason::NothingChosen => tr!(language, "invalid.nothing_chosen"),
    }
    .into_owned()
}

/// So many bytes, as people say it.
pub fn megabytes(bytes: usize) -> usize {
    bytes / (1024 * 1024)
}
