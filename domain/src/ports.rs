//! The traits through which the domain reaches the outside.

use crate::{
    cursor::{Cursor, Seq},
    event::{Clock, Event},
    invalid::Invalid,
    menu::Item,
    new_order::NewOrder,
    order::{Handled, Order, OrderId, Placed, StatusChange},
    push::{NewPush, PushRequest},
    receipt::{Delivery, FirstSeen, Receipts, Seen},
    sender::Sender,
    status::OrderStatus,
    time::Timestamp,
    user::{User, UserId},
};
use async_trait::async_trait;
use std::net::IpAddr;

mod programs;
mod users;

pub use programs::{KeyError, Programs};
pub use users::{AddUserError, ChangeUserError, Credentials, NewSession, Users};

/// The store could not do it. The cause is in the log; whoever asked can only
/// try again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the store did not answer")]
pub struct Unavailable;

/// An order was not placed, and nothing of it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Something is wrong with it.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// Too many come from there.
    #[error(transparent)]
    TooMany(#[from] TooManyOrders),
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// One address placed too many orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many orders came from one address")]
pub struct TooManyOrders {
    /// The seconds after which one more is taken.
    pub retry_after: u32,
}

/// An order was not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// There is no such order.
    #[error("there is no such order")]
    NotFound,
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
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// A message was not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PushError {
    /// Something is wrong with it.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no user of that name.
    #[error("there is no such user")]
    UnknownUser,
    /// The request's key was used for another request.
    #[error("the key belongs to another request")]
    KeyReused,
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The log was not read on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// What comes next is not kept any more.
    #[error("the events that come next are not kept any more")]
    Pruned,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// The orders that the back office shows, and up to where the log is told by
/// them: both read at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The day's orders and those of earlier days that are still open, newest
    /// first, each with the event that announced it.
    pub orders: Vec<(Cursor, Order)>,
    /// The newest event of the log at that moment.
    pub cursor: Cursor,
}

/// Orders and the menu that they are made from.
#[async_trait]
pub trait Orders: Send + Sync {
    /// The menu, by category, in the shop's order.
    async fn menu(&self) -> Result<Vec<Item>, Unavailable>;

    /// Keeps the order and the event that tells of it, or neither.
    async fn place(&self, order: NewOrder, token: String) -> Result<Placed, PlaceError>;

    /// Changes an order and keeps the event that tells of it, or neither.
    async fn change(&self, change: StatusChange, by: &User) -> Result<Order, ChangeError>;

    /// The order that was placed with that key.
    async fn placed_before(&self, request_id: &str) -> Result<Option<Order>, Unavailable>;

    /// The order of that token.
    async fn order(&self, token: &str) -> Result<Option<Order>, Unavailable>;

    /// Up to `limit` orders with an identity below `before`, newest first.
    async fn orders_before(
        &self,
        before: Option<OrderId>,
        limit: u32,
    ) -> Result<Vec<Order>, Unavailable>;

    /// What the back office shows.
    async fn desk(&self) -> Result<Desk, Unavailable>;
}

/// The log of events.
#[async_trait]
pub trait EventLog: Send + Sync {
    /// The newest event.
    async fn head(&self) -> Result<Cursor, Unavailable>;

    /// Up to `limit` events after `seq`, oldest first, expired ones included, and
    /// none left out.
    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, ReadError>;

    /// Up to `limit` events of one order after `seq` that are still kept, oldest
    /// first.
    async fn progress_after(
        &self,
        order: OrderId,
        seq: Seq,
        limit: u32,
    ) -> Result<Vec<Event>, Unavailable>;

    /// Messages for `user` after `seq` and up to `until` that have not expired,
    /// however old they are.
    async fn messages(&self, user: UserId, seq: Seq, until: Seq)
    -> Result<Vec<Event>, Unavailable>;

    /// Keeps a message and the event that tells it; a `request` that was done
    /// before gives the same message.
    async fn push(
        &self,
        push: NewPush,
        from: &Sender,
        request: Option<PushRequest>,
    ) -> Result<Seq, PushError>;

    /// The last message that `user` got.
    async fn last_message(&self, user: UserId) -> Result<Seq, Unavailable>;

    /// Notes who got which messages.
    async fn delivered(&self, deliveries: Vec<Delivery>) -> Result<(), Unavailable>;

    /// Notes what `user` saw, but for what is not meant for `user`; says what of
    /// it is seen for the first time.
    async fn seen(&self, user: UserId, seen: Vec<Seen>) -> Result<Vec<FirstSeen>, Unavailable>;

    /// Notes that `user` saw every message that `user` got, up to `until`; says
    /// what of it is seen for the first time.
    async fn seen_up_to(
        &self,
        user: UserId,
        until: Seq,
        at: Timestamp,
    ) -> Result<Vec<FirstSeen>, Unavailable>;

    /// What became of a message.
    async fn receipts(&self, message: Seq) -> Result<Option<Receipts>, Unavailable>;
}

/// All that is kept.
pub trait Store: Orders + EventLog + Users + Programs {}

impl<T: Orders + EventLog + Users + Programs> Store for T {}

/// The shop's clock.
pub trait Calendar: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// The clock at that moment.
    fn clock(&self, at: Timestamp) -> Clock;

    /// The hour and minute on the shop's wall: `12:04`.
    fn time(&self, at: Timestamp) -> String;

    /// The shop's day: `2026-11-21`.
    fn day(&self, at: Timestamp) -> String;
}

/// Keeps one address from ordering without end.
pub trait OrderLimit: Send + Sync {
    /// Counts one more order from that address.
    ///
    /// # Errors
    /// Too many came from there; this one is not counted.
    fn admit(&self, from: IpAddr) -> Result<(), TooManyOrders>;
}

/// Secrets: making them, and recognising them again.
#[async_trait]
pub trait Vault: Send + Sync {
    /// A new token that nobody can guess, of letters and digits.
    fn token(&self) -> String;

    /// What is kept of a token.
    fn token_hash(&self, token: &str) -> Vec<u8>;

    /// What is kept of a password (PHC string).
    async fn password_hash(&self, password: String) -> Result<String, Unavailable>;

    /// Whether the password is the one behind the hash. Takes as long without
    /// a hash as with one, so that nobody learns which names exist.
    async fn verify(&self, password: String, hash: Option<String>) -> bool;
}
