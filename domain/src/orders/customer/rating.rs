//! What a customer says of an order that is over.

use crate::{
    Timestamp, Unavailable,
    orders::{OrderId, OrderStatus},
    text,
    validation::{Field, Reason, ValidationErrors},
};
use serde::{Deserialize, Serialize};

/// The most stars.
pub const MAX_STARS: u8 = 5;
/// The most characters of a comment.
pub const MAX_COMMENT: usize = 500;

/// How a customer found an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// From 1 to [`MAX_STARS`].
    pub stars: u8,
    /// In the customer's words; possibly nothing.
    pub comment: String,
}

/// That a customer said how an order was. The comment is not told: it is forgotten with the
/// customer, and the log forgets by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRated {
    /// Which order.
    pub order: OrderId,
    /// From 1 to [`MAX_STARS`].
    pub stars: u8,
    /// When.
    pub at: Timestamp,
}

/// A rating was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// There is no such order.
    #[error("there is no such order")]
    NotFound,
    /// The customer does not have the order yet, or never will.
    #[error("the order is not finished")]
    NotFinished {
        /// The status that it has.
        status: OrderStatus,
    },
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl Rating {
    /// Checks what was chosen and typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(stars: &str, comment: &str) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let max = MAX_STARS;
        let stars = stars.parse().ok().filter(|stars| (1..=max).contains(stars));
        let stars = faults.check(Field::Stars, stars.ok_or(Reason::NotAChoice));
        let comment = faults.check(Field::Comment, text::paragraph(comment, MAX_COMMENT));
        match (stars, comment) {
            (Some(stars), Some(comment)) => Ok(Self { stars, comment }),
            _ => Err(faults),
        }
    }
}
