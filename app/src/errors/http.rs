//! How an answer tells of an error: its status, and when to try again.

use super::action_error::ActionError;
use axum::http::StatusCode;
use domain::validation::{FieldError, Reason, ValidationErrors};
use std::hash::{BuildHasher, RandomState};

/// By how many seconds, at most, the times differ at which those who were turned
/// away are asked to try again.
const RETRY_SPREAD: u64 = 10;

impl ActionError {
    /// The status of an answer that tells of it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::SignedOut | Self::WrongPassword => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Invalid(faults) if is_too_large(faults) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::UnknownUser | Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict { .. }
            | Self::NotAllowed { .. }
            | Self::TooLate
            | Self::TooEarly { .. }
            | Self::LastOwner
            | Self::Outdated
            | Self::DayOpen
            | Self::DayChanged
            | Self::NotEmpty
            | Self::Closed(_) => StatusCode::CONFLICT,
            Self::TooManyOrders { .. }
            | Self::TooManyLookUps { .. }
            | Self::TooManySignIns { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What `Retry-After` says, in seconds, where trying again makes sense.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooManyOrders { retry_after, .. } => Some(spread(*retry_after)),
            // The page says the same time in words.
            Self::TooManyLookUps { retry_after } | Self::TooManySignIns { retry_after } => {
                Some(*retry_after)
            }
            Self::Unavailable => Some(spread(0)),
            Self::SignedOut
            | Self::WrongPassword
            | Self::Forbidden(_)
            | Self::Invalid(_)
            | Self::LastOwner
            | Self::Outdated
            | Self::DayOpen
            | Self::DayChanged
            | Self::NotEmpty
            | Self::Closed(_)
            | Self::UnknownUser
            | Self::NotFound
            | Self::Conflict { .. }
            | Self::NotAllowed { .. }
            | Self::TooLate
            | Self::TooEarly { .. }
            | Self::KeyReused => None,
        }
    }
}

/// Whether what was sent is refused for nothing but its size.
fn is_too_large(faults: &ValidationErrors) -> bool {
    let is_size = |fault: &FieldError| matches!(fault.reason, Reason::FileTooLarge { .. });
    !faults.is_empty() && faults.0.iter().all(is_size)
}

/// A random time of up to [`RETRY_SPREAD`] more seconds, so that not all who were
/// turned away come back at once.
pub fn spread(seconds: u32) -> u32 {
    // The standard library's hashers are seeded at random: no other crate is needed.
    let more = RandomState::new().hash_one(()) % RETRY_SPREAD + 1;
    seconds.saturating_add(more as u32)
}
