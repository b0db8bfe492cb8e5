//! The server functions that islands call, and how they fail.
//!
//! Each is a public HTTP endpoint: those of the back office check who calls.

pub mod change_order;
pub mod load_desk;
pub mod place_order;
pub mod send_message;

pub use change_order::{ChangeOrder, change_order};
pub use load_desk::{DeskSnapshot, WaitingOrder, load_desk};
pub use place_order::{LineFields, PlaceOrder, order_path, place_order};
pub use send_message::{SendMessage, send_message};

use domain::{
    orders::{Handled, OrderStatus},
    policy::Forbidden,
    validation::ValidationErrors,
};
use leptos::{
    prelude::FromServerFnError,
    server_fn::{codec::JsonEncoding, error::ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why an action was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Fault {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// There is no such order.
    #[error("there is no such order")]
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
    /// Too many orders came from the same address.
    #[error("too many orders came from one address")]
    TooManyOrders,
    /// The shop can't do it right now.
    #[error("the shop can't do it right now")]
    Unavailable,
    /// The request or its answer was lost on the way.
    #[error("the request was lost: {0}")]
    Lost(String),
}

impl FromServerFnError for Fault {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self::Lost(error.to_string())
    }
}

#[cfg(feature = "ssr")]
mod server {
    use super::Fault;
    use crate::visitor::Visitor;
    use axum::http::StatusCode;
    use domain::{
        Unavailable,
        messages::PushError,
        orders::{ChangeError, PlaceError},
        shop::Shop,
        users::User,
        validation::{Field, Reason, ValidationErrors},
    };
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;

    /// The shop behind the server.
    pub(crate) fn shop() -> Result<Shop, Fault> {
        use_context().ok_or(Fault::Unavailable)
    }

    /// The administrator who calls, and the shop; nobody else gets further.
    pub(super) fn admin() -> Result<(User, Shop), Fault> {
        let session = Visitor::current().session.ok_or(Fault::SignedOut)?;
        Ok((session.user, shop()?))
    }

    impl Fault {
        /// The status of an answer that tells of it.
        pub(crate) fn status(&self) -> StatusCode {
            match self {
                Self::SignedOut => StatusCode::UNAUTHORIZED,
                Self::Forbidden(_) => StatusCode::FORBIDDEN,
                Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Self::NotFound => StatusCode::NOT_FOUND,
                Self::Conflict { .. } | Self::NotAllowed { .. } => StatusCode::CONFLICT,
                Self::TooManyOrders => StatusCode::TOO_MANY_REQUESTS,
                Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
                Self::Lost(_) => StatusCode::BAD_REQUEST,
            }
        }
    }

    /// Gives the answer the status that fits the fault.
    pub(super) fn answer<T>(result: Result<T, Fault>) -> Result<T, Fault> {
        if let (Err(fault), Some(response)) = (&result, use_context::<ResponseOptions>()) {
            response.set_status(fault.status());
        }
        result
    }

    impl From<Unavailable> for Fault {
        fn from(_: Unavailable) -> Self {
            Self::Unavailable
        }
    }

    impl From<PlaceError> for Fault {
        fn from(error: PlaceError) -> Self {
            match error {
                PlaceError::Invalid(faults) => Self::Invalid(faults),
                PlaceError::TooMany(_) => Self::TooManyOrders,
                PlaceError::Unavailable(error) => error.into(),
            }
        }
    }

    impl From<ChangeError> for Fault {
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

    impl From<PushError> for Fault {
        fn from(error: PushError) -> Self {
            match error {
                PushError::Invalid(faults) => Self::Invalid(faults),
                PushError::Forbidden(error) => error.into(),
                PushError::UnknownUser => {
                    Self::Invalid(ValidationErrors::only(Field::To, Reason::UnknownUser))
                }
                // Forms have no key that could be used twice.
                PushError::KeyReused => Self::Unavailable,
                PushError::Unavailable(error) => error.into(),
            }
        }
    }
}

#[cfg(feature = "ssr")]
pub(crate) use server::shop;
