//! Which error of what customers do, and of what is written to them, becomes which.

use super::action_error::ActionError;
use domain::orders::{HurryError, LookUpError, NoteError, RateError, TooManyLookUps};

impl From<HurryError> for ActionError {
    fn from(error: HurryError) -> Self {
        match error {
            HurryError::NotFound => Self::NotFound,
            HurryError::NotAwaited { status } => Self::Conflict {
                status,
                handled: None,
            },
            HurryError::TooEarly { from } => Self::TooEarly { time: from.time },
            HurryError::Unavailable(error) => error.into(),
        }
    }
}

impl From<RateError> for ActionError {
    fn from(error: RateError) -> Self {
        match error {
            RateError::NotFound => Self::NotFound,
            RateError::NotFinished { status } => Self::Conflict {
                status,
                handled: None,
            },
            RateError::Unavailable(error) => error.into(),
        }
    }
}

impl From<NoteError> for ActionError {
    fn from(error: NoteError) -> Self {
        match error {
            NoteError::NotFound => Self::NotFound,
            NoteError::Forbidden(error) => error.into(),
            NoteError::Over { status } => Self::Conflict {
                status,
                handled: None,
            },
            NoteError::Invalid(faults) => faults.into(),
            NoteError::KeyReused => Self::KeyReused,
            NoteError::Unavailable(error) => error.into(),
        }
    }
}

impl From<LookUpError> for ActionError {
    fn from(error: LookUpError) -> Self {
        match error {
            LookUpError::TooMany(TooManyLookUps { retry_after }) => {
                Self::TooManyLookUps { retry_after }
            }
            LookUpError::Unavailable(error) => error.into(),
        }
    }
}
