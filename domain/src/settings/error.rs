//! Why settings were not changed.

use crate::{Unavailable, policy::Forbidden, validation::ValidationErrors};

/// Settings were not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// Somebody else changed them first.
    #[error("somebody else changed the settings first")]
    Conflict,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
