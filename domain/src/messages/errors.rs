//! Why a message was not sent.

use crate::{Unavailable, validation::ValidationErrors};

/// A message was not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PushError {
    /// Something is wrong with it.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] crate::policy::Forbidden),
    /// There is no user of that name.
    #[error("there is no such user")]
    UnknownUser,
    /// There is no order that it could be about.
    #[error("there is no such order")]
    UnknownOrder,
    /// The request's key was used for another request.
    #[error("the key belongs to another request")]
    KeyReused,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
