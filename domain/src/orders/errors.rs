//! Why an order was not placed, or not changed.

use super::{Handled, Order, OrderStatus};
use crate::{
    Unavailable,
    money::Money,
    policy::Forbidden,
    settings::Closed,
    validation::{Reason, ValidationErrors},
};

/// An order was not placed, and nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Something is wrong with it.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The shop takes no orders now.
    #[error(transparent)]
    Closed(#[from] Closed),
    /// Too many come from there, or from whom has that phone.
    #[error(transparent)]
    TooMany(#[from] TooManyOrders),
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// An order was not taken at the counter or by phone, and nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TakeError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// It can't be placed.
    #[error(transparent)]
    NotPlaced(#[from] PlaceError),
}

/// Of what there may be only so many orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitOf {
    /// Of an address of the network.
    Address,
    /// Of a telephone number.
    Phone,
}

/// Too many orders were placed from one address, or with one telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many orders came from one address or with one phone")]
pub struct TooManyOrders {
    /// Of what there were too many.
    pub of: LimitOf,
    /// The seconds after which one more is taken.
    pub retry_after: u32,
}

/// An order was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// There is no such order.
    #[error("there is no such order")]
    NotFound,
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody was faster: this is how it stands.
    #[error("somebody else changed the order first")]
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
    /// Its last move can't be taken back: it is too long ago, or was somebody else's.
    #[error("it is too late to take that back")]
    TooLate,
    /// More was promised than can be: at most `max` minutes.
    #[error("at most {max} minutes can be promised")]
    Promise {
        /// The most minutes.
        max: u32,
    },
    /// What is said beside the reason can't be taken.
    #[error("the reason can't be taken")]
    Reason(Reason),
    /// Nothing was given back, or more than is left of the order.
    #[error("more was given back than is left")]
    Refund {
        /// What is left, in minor units.
        left: Money,
    },
    /// Something is wrong with what shall be ordered.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl ChangeError {
    /// Somebody was faster with that order, which stands like this.
    pub(super) fn conflict(order: Order) -> Self {
        Self::Conflict {
            status: order.status,
            handled: order.handled,
        }
    }
}
