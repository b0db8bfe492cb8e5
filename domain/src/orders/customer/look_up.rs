//! Finding an order without its link.

use crate::Unavailable;

/// An order was not looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookUpError {
    /// It was tried too often.
    #[error(transparent)]
    TooMany(#[from] TooManyLookUps),
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Too many orders were looked for from one address, or by one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many orders were looked for")]
pub struct TooManyLookUps {
    /// The seconds after which one more is looked for.
    pub retry_after: u32,
}
