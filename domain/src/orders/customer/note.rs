//! What the shop writes to a customer.

use crate::{
    Timestamp, Unavailable,
    orders::{OrderId, OrderStatus},
    policy::Forbidden,
    text,
    validation::{Field, Reason, ValidationErrors},
};
use serde::{Deserialize, Serialize};

/// The most characters of it.
pub const MAX_CUSTOMER_NOTE: usize = 500;

/// What the shop has to say to the customer of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// What.
    pub text: String,
    /// What makes one of a note that is sent twice: each who writes has keys of their own.
    pub key: Option<String>,
}

impl NewNote {
    /// Checks the form of what was typed, and of the key that it came with.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(text: &str, key: Option<&str>) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let text = match text::paragraph(text, MAX_CUSTOMER_NOTE) {
            Ok(text) if text.is_empty() => Err(Reason::Blank),
            text => text,
        };
        let text = faults.check(Field::Text, text);
        let key = faults.check(Field::RequestId, key.map(text::request_key).transpose());
        match (text, key) {
            (Some(text), Some(key)) => Ok(Self { text, key }),
            _ => Err(faults),
        }
    }
}

/// Nothing was written to a customer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// There is no such order.
    #[error("there is no such order")]
    NotFound,
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The order is over: nobody would hear of it.
    #[error("the order is over")]
    Over {
        /// The status that it has.
        status: OrderStatus,
    },
    /// Something is wrong with it.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The key was used for another note.
    #[error("the key belongs to another note")]
    KeyReused,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The shop wrote to the customer of an order; data of `note`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerNote {
    /// Which order.
    pub order: OrderId,
    /// What it wrote.
    pub text: String,
    /// Who wrote it; blank where the reader is a customer.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl CustomerNote {
    /// As the customer gets it, who has to do with the shop and not with one of it.
    pub fn for_customer(mut self) -> Self {
        self.by.clear();
        self
    }
}
