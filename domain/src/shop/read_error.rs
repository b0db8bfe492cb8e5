//! Why something was not read.

use crate::{Unavailable, policy::Forbidden};

/// Something was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
