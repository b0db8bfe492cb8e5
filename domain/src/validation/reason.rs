//! Why a field's value is not taken.

use crate::{clock::ClockTime, money::Money};
use serde::{Deserialize, Serialize};

/// Why a field's value is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nothing but white space.
    Blank,
    /// Longer than `max` characters.
    TooLong {
        /// The most characters that are taken.
        max: usize,
    },
    /// Shorter than `min` characters.
    TooShort {
        /// The fewest characters that are taken.
        min: usize,
    },
    /// Control characters, or bytes that were no UTF-8.
    Unreadable,
    /// Not a telephone number.
    NotAPhone,
    /// Not the form of a request's key: 8 to 64 letters, digits and hyphens.
    NotAKey,
    /// An order without a line.
    Empty,
    /// More lines than `max`.
    TooMany {
        /// The most lines that an order has.
        max: usize,
    },
    /// The same item on two lines.
    Twice,
    /// Not a whole number from 1 to `max`.
    OutOfRange {
        /// The largest number that is taken.
        max: u32,
    },
    /// No such item on the menu.
    UnknownItem,
    /// Not to be had today.
    SoldOut,
    /// Fewer are left than were asked for.
    TooFewLeft {
        /// How many there are.
        left: u32,
    },
    /// The price is no longer what the customer was shown.
    PriceChanged {
        /// The price now.
        price: Money,
    },
    /// There are `max` already.
    NoMore {
        /// The most that there can be.
        max: usize,
    },
    /// Nothing was chosen of a group of options of which something has to be.
    OptionMissing,
    /// More than one was chosen of a group of which one can be.
    OneOption,
    /// The item has no such option, or no longer.
    UnknownOption,
    /// Nobody of that name.
    UnknownUser,
    /// Somebody or something else has that name.
    Taken,
    /// None of what can be chosen.
    NotAChoice,
    /// Not the user's password.
    WrongPassword,
    /// Not an amount of money.
    NotAPrice,
    /// More than `max`.
    PriceTooHigh {
        /// The highest price that is taken.
        max: Money,
    },
    /// Not a whole number from 0 to `max`.
    NotAStock {
        /// The largest number that is taken.
        max: u32,
    },
    /// No time zone has that name.
    NotATimeZone,
    /// Not the code of a currency.
    NotACurrency,
    /// Fixed, since there are orders.
    Fixed,
    /// Nothing was chosen.
    NothingChosen,
    /// Not the hours of a day.
    NotHours,
    /// No file, or an empty one.
    NoFile,
    /// A file of more than `max` bytes.
    FileTooLarge {
        /// The most bytes that are taken.
        max: usize,
    },
    /// Not a photo of a kind that is taken, whatever its name says.
    NotAPhoto,
    /// A photo that can't be read to its end.
    BrokenPhoto,
    /// A photo of more than `max` pixels.
    TooManyPixels {
        /// The most pixels that are taken.
        max: u64,
    },
    /// Not the address of a channel of that kind.
    NotAnAddress,
    /// An address that leads into a network of one's own.
    PrivateAddress,
    /// Not a mail address.
    NotAMail,
    /// Not a day of the calendar.
    NotADay,
    /// Before the day on which it begins.
    BeforeItsBeginning,
    /// Less than what was given back of it.
    BelowRefund {
        /// What was given back.
        refunded: Money,
    },
    /// Not a whole number of minutes from 0 to `max`.
    NotMinutes {
        /// The most minutes that are taken.
        max: u32,
    },
    /// The shop does not offer that.
    NotOffered,
    /// Not a time of the day.
    NotATime,
    /// Sooner than the shop can.
    TooSoon {
        /// The soonest time that it can.
        earliest: ClockTime,
    },
    /// The shop is closed then.
    ClosedThen,
    /// Sent faster than a person can.
    TooFast,
    /// Something where nothing may stand.
    NotBlank,
    /// More were chosen than `max`.
    TooManyChosen {
        /// The most that can be chosen.
        max: usize,
    },
}

impl Reason {
    /// The name that programs know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::TooLong { .. } => "too_long",
            Self::Unreadable => "unreadable",
            Self::NotAPhone => "not_a_phone",
            Self::NotAKey => "not_a_key",
            Self::Empty => "empty",
            Self::TooMany { .. } => "too_many",
            Self::Twice => "twice",
            Self::OutOfRange { .. } => "out_of_range",
            Self::UnknownItem => "unknown_item",
            Self::SoldOut => "sold_out",
            Self::TooFewLeft { .. } => "too_few_left",
            Self::PriceChanged { .. } => "price_changed",
            Self::NoMore { .. } => "no_more",
            Self::OptionMissing => "option_missing",
            Self::OneOption => "one_option",
            Self::UnknownOption => "unknown_option",
            Self::UnknownUser => "unknown_user",
            Self::TooShort { .. } => "too_short",
            Self::Taken => "taken",
            Self::NotAChoice => "not_a_choice",
            Self::WrongPassword => "wrong_password",
            Self::NotAPrice => "not_a_price",
            Self::PriceTooHigh { .. } => "price_too_high",
            Self::NotAStock { .. } => "not_a_stock",
            Self::NotATimeZone => "not_a_time_zone",
            Self::NotACurrency => "not_a_currency",
            Self::Fixed => "fixed",
            Self::NothingChosen => "nothing_chosen",
            Self::NotHours => "not_hours",
            Self::NoFile => "no_file",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::NotAPhoto => "not_a_photo",
            Self::BrokenPhoto => "broken_photo",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::NotAnAddress => "not_an_address",
            Self::PrivateAddress => "private_address",
            Self::NotAMail => "not_a_mail",
            Self::NotADay => "not_a_day",
            Self::BeforeItsBeginning => "before_its_beginning",
            Self::BelowRefund { .. } => "below_refund",
            Self::NotMinutes { .. } => "not_minutes",
            Self::NotOffered => "not_offered",
            Self::NotATime => "not_a_time",
            Self::TooSoon { .. } => "too_soon",
            Self::ClosedThen => "closed_then",
            Self::TooFast => "too_fast",
            Self::NotBlank => "not_blank",
            Self::TooManyChosen { .. } => "too_many_chosen",
        }
    }
}
