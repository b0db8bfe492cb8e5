//! What is wrong with an input, said field by field.
//!
//! The words for a reader are made where the reader's language is known.

mod field;
mod field_name;
mod reason;

pub use field::Field;
pub use reason::Reason;

use serde::{Deserialize, Serialize};

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
