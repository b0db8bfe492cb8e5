//! Why a line was not ticked.

use crate::{
    Unavailable,
    orders::{Handled, OrderStatus},
    policy::Forbidden,
};

/// A line was not ticked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TickError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such order, or no such line of it.
    #[error("there is no such line")]
    NotFound,
    /// The order is not in the kitchen, or not any more.
    #[error("the order is {status}")]
    NotInKitchen {
        /// The status that it has.
        status: OrderStatus,
        /// Who gave it that, and when.
        handled: Option<Handled>,
    },
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
