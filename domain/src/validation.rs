//! What is wrong with an input, said field by field.
//!
//! The words for a reader are made where the reader's language is known.

use crate::{menu::ItemId, money::Money};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A field of an order or of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The key that makes a repeated request harmless.
    RequestId,
    /// The customer's name.
    Name,
    /// The customer's telephone number.
    Phone,
    /// The note to the shop.
    Note,
    /// The order's lines as a whole.
    Lines,
    /// The line of one item.
    Line(ItemId),
    /// Whom a message is for.
    To,
    /// A message's title.
    Title,
    /// A message's text.
    Text,
    /// How long a message is kept, in seconds.
    ExpiresIn,
}

impl fmt::Display for Field {
    /// The field's place in the JSON that the API takes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RequestId => f.write_str("request_id"),
            Self::Name => f.write_str("customer.name"),
            Self::Phone => f.write_str("customer.phone"),
            Self::Note => f.write_str("note"),
            Self::Lines => f.write_str("lines"),
            Self::Line(item) => write!(f, "lines[{item}]"),
            Self::To => f.write_str("to"),
            Self::Title => f.write_str("title"),
            Self::Text => f.write_str("text"),
            Self::ExpiresIn => f.write_str("expires_in"),
        }
    }
}

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
    /// Nobody of that name.
    UnknownUser,
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
            Self::UnknownUser => "unknown_user",
        }
    }
}

/// One field and why its value is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldError {
    /// Which field.
    pub field: Field,
    /// What is wrong with it.
    pub reason: Reason,
}

/// All that is wrong with an input; never empty when returned as an error.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("the input is not valid: {0:?}")]
pub struct ValidationErrors(pub Vec<FieldError>);

impl ValidationErrors {
    /// An input with one fault.
    pub fn only(field: Field, reason: Reason) -> Self {
        Self(vec![FieldError { field, reason }])
    }

    /// Notes a fault.
    pub fn add(&mut self, field: Field, reason: Reason) {
        self.0.push(FieldError { field, reason });
    }

    /// Takes the value, or notes its fault and goes on with none.
    pub fn check<T>(&mut self, field: Field, value: Result<T, Reason>) -> Option<T> {
        value.map_err(|reason| self.add(field, reason)).ok()
    }

    /// The first fault of `field`.
    pub fn of(&self, field: Field) -> Option<Reason> {
        let fault = self.0.iter().find(|error| error.field == field)?;
        Some(fault.reason)
    }

    /// Whether no fault was noted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
