//! Why an action was not done.

use domain::{
    orders::{Handled, LimitOf, OrderStatus},
    policy::Forbidden,
    settings::Closed,
    validation::ValidationErrors,
};

/// Why an action was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// Nobody is signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// There is no such user, or the password is another.
    #[error("name or password is wrong")]
    WrongPassword,
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something is wrong with what was typed.
    #[error(transparent)]
    Invalid(#[from] ValidationErrors),
    /// Nobody would be left who can manage the shop.
    #[error("the last owner stays")]
    LastOwner,
    /// Somebody else changed it first; what is kept now is shown beside what was typed.
    #[error("somebody else changed it first")]
    Outdated,
    /// A day with open orders can't be closed.
    #[error("orders of the day are still open")]
    DayOpen,
    /// A day's orders changed after its page was drawn.
    #[error("the day's orders have changed")]
    DayChanged,
    /// A category with dishes can't be deleted.
    #[error("there is something in it")]
    NotEmpty,
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
    /// The order's last move can't be taken back any more.
    #[error("it is too late to take that back")]
    TooLate,
    /// An order's customer asks for it too early.
    #[error("it is too early to ask")]
    TooEarly {
        /// From when on it can be asked, on the shop's clock.
        time: String,
    },
    /// The idempotency key was used for another request.
    #[error("the key belongs to another request")]
    KeyReused,
    /// The shop takes no orders now.
    #[error(transparent)]
    Closed(Closed),
    /// Too many orders came from the same address, or with the same phone.
    #[error("too many orders came from one address or with one phone")]
    TooManyOrders {
        /// Of what there were too many.
        of: LimitOf,
        /// The seconds after which one more is taken; told by the answer's head.
        retry_after: u32,
    },
    /// Too many orders were looked for from the same address, or by the same number.
    #[error("too many orders were looked for")]
    TooManyLookUps {
        /// The seconds after which one more is looked for.
        retry_after: u32,
    },
    /// Too many wrong passwords came from the same address.
    #[error("too many wrong passwords came from one address")]
    TooManySignIns {
        /// The seconds after which one more is tried.
        retry_after: u32,
    },
    /// The shop can't do it right now.
    #[error("the shop can't do it right now")]
    Unavailable,
}
