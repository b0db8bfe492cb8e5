//! How an action fails: one type for server functions, for pages and for the API,
//! and the one place that says which error of the domain becomes which.

use domain::{
    Unavailable,
    messages::PushError,
    orders::{ChangeError, Handled, OrderStatus, PlaceError, TooManyOrders},
    policy::Forbidden,
    shop::ReceiptsError,
    users::{SignInError, TooManySignIns},
    validation::ValidationErrors,
};
use leptos::{
    prelude::FromServerFnError,
    server_fn::{codec::JsonEncoding, error::ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why an action was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ActionError {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// There is no such user, or the password is another. No page gets it.
    #[error("name or password is wrong")]
    #[serde(skip)]
    WrongPassword,
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The message is for somebody who is not there.
    #[error("there is no such user")]
    UnknownUser,
    /// There is no such thing.
    #[error("there is no such thing")]
    NotFound,
    /// Somebody else changed the order first.
    #[error("somebody else was faster")]
    Conflict {
        /// The status that it has.
        status: OrderStatus,
        /// Who gave it that, and when.
        handled: Option<Handled>,
    },
    /// An order of that status can't become what was asked.
    #[error("an order that is {from} can't become {to}")]
    NotAllowed {
        /// The status that it has.
        from: OrderStatus,
        /// The status that was asked for.
        to: OrderStatus,
    },
    /// The idempotency key was used for another request. No page gets it.
    #[error("the key belongs to another request")]
    #[serde(skip)]
    KeyReused,
    /// Too many orders came from the same address.
    #[error("too many orders came from one address")]
    TooManyOrders {
        /// The seconds after which one more is taken; told by the answer's head.
        #[serde(skip)]
        retry_after: u32,
    },
    /// Too many wrong passwords came from the same address. No page gets it.
    #[error("too many wrong passwords came from one address")]
    #[serde(skip)]
    TooManySignIns {
        /// The seconds after which one more is tried.
        retry_after: u32,
    },
    /// The shop can't do it right now.
    #[error("the shop can't do it right now")]
    Unavailable,
    /// The request or its answer was lost on the way.
    #[error("the request was lost: {0}")]
    Lost(String),
}

impl FromServerFnError for ActionError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self::Lost(error.to_string())
    }
}

impl From<Unavailable> for ActionError {
    fn from(_: Unavailable) -> Self {
        Self::Unavailable
    }
}

impl From<TooManyOrders> for ActionError {
    fn from(TooManyOrders { retry_after }: TooManyOrders) -> Self {
        Self::TooManyOrders { retry_after }
    }
}

impl From<PlaceError> for ActionError {
    fn from(error: PlaceError) -> Self {
        match error {
            PlaceError::Invalid(faults) => faults.into(),
            PlaceError::TooMany(error) => error.into(),
            PlaceError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ChangeError> for ActionError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::NotFound => Self::NotFound,
            ChangeError::Forbidden(error) => error.into(),
            ChangeError::Conflict { status, handled } => Self::Conflict { status, handled },
            ChangeError::NotAllowed { from, to } => Self::NotAllowed { from, to },
            ChangeError::Unavailable(error) => error.into(),
        }
    }
}

impl From<PushError> for ActionError {
    fn from(error: PushError) -> Self {
        match error {
            PushError::Invalid(faults) => faults.into(),
            PushError::Forbidden(error) => error.into(),
            PushError::UnknownUser => Self::UnknownUser,
            PushError::KeyReused => Self::KeyReused,
            PushError::Unavailable(error) => error.into(),
        }
    }
}

impl From<ReceiptsError> for ActionError {
    fn from(error: ReceiptsError) -> Self {
        match error {
            ReceiptsError::Forbidden(error) => error.into(),
            ReceiptsError::NotFound => Self::NotFound,
            ReceiptsError::Unavailable(error) => error.into(),
        }
    }
}

impl From<SignInError> for ActionError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::WrongPassword,
            SignInError::TooMany(TooManySignIns { retry_after }) => {
                Self::TooManySignIns { retry_after }
            }
            SignInError::Unavailable(error) => error.into(),
        }
    }
}

#[cfg(feature = "ssr")]
mod http {
    use super::ActionError;
    use axum::http::StatusCode;
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
                Self::Invalid(_) | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
                Self::UnknownUser | Self::NotFound => StatusCode::NOT_FOUND,
                Self::Conflict { .. } | Self::NotAllowed { .. } => StatusCode::CONFLICT,
                Self::TooManyOrders { .. } | Self::TooManySignIns { .. } => {
                    StatusCode::TOO_MANY_REQUESTS
                }
                Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
                Self::Lost(_) => StatusCode::BAD_REQUEST,
            }
        }

        /// What `Retry-After` says, in seconds, where trying again makes sense.
        pub fn retry_after(&self) -> Option<u32> {
            match self {
                Self::TooManyOrders { retry_after } => Some(spread(*retry_after)),
                // The page says the same time in words.
                Self::TooManySignIns { retry_after } => Some(*retry_after),
                Self::Unavailable => Some(spread(0)),
                Self::SignedOut
                | Self::WrongPassword
                | Self::Forbidden(_)
                | Self::Invalid(_)
                | Self::UnknownUser
                | Self::NotFound
                | Self::Conflict { .. }
                | Self::NotAllowed { .. }
                | Self::KeyReused
                | Self::Lost(_) => None,
            }
        }
    }

    /// A random time of up to [`RETRY_SPREAD`] more seconds, so that not all who were
    /// turned away come back at once.
    pub fn spread(seconds: u32) -> u32 {
        // The standard library's hashers are seeded at random: no other crate is needed.
        let more = RandomState::new().hash_one(()) % RETRY_SPREAD + 1;
        seconds.saturating_add(more as u32)
    }
}

#[cfg(feature = "ssr")]
pub use http::spread;
