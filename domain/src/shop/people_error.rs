//! Why people were not read or changed.

use crate::{
    Unavailable,
    policy::Forbidden,
    users::{AcceptInviteError, ChangeUserError, MIN_PASSWORD},
    validation::{Field, Reason, ValidationErrors},
};

/// People were not read or changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeopleError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// There is no such user, session or link.
    #[error("there is no such user")]
    NotFound,
    /// Nobody would be left who can manage the shop.
    #[error("the last owner can't be disabled or get another role")]
    LastOwner,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl From<ChangeUserError> for PeopleError {
    fn from(error: ChangeUserError) -> Self {
        let invalid = |field, reason| ValidationErrors::only(field, reason).into();
        match error {
            ChangeUserError::Unknown => Self::NotFound,
            ChangeUserError::Password => {
                invalid(Field::Password, Reason::TooShort { min: MIN_PASSWORD })
            }
            ChangeUserError::Taken => invalid(Field::Username, Reason::Taken),
            ChangeUserError::LastOwner => Self::LastOwner,
            ChangeUserError::Unavailable(error) => error.into(),
        }
    }
}

impl From<AcceptInviteError> for PeopleError {
    fn from(error: AcceptInviteError) -> Self {
        match error {
            AcceptInviteError::Gone => Self::NotFound,
            AcceptInviteError::Taken => {
                ValidationErrors::only(Field::Username, Reason::Taken).into()
            }
            AcceptInviteError::Unavailable(error) => error.into(),
        }
    }
}
