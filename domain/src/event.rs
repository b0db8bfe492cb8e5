//! What the log tells, and what a stream says beside it.
//!
//! An [`Event`] is a row of the log: it has a [`Seq`], is kept, and can be read
//! again. [`Hello`], [`Tick`], [`Reset`] and [`Presence`] are words of a stream
//! about itself: they are of the moment and carry no `id:`.

use crate::{
    cursor::{Cursor, Seq},
    order::{Order, OrderId},
    status::OrderStatus,
    time::Timestamp,
    user::UserId,
};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// The name of an event of the log, as `event:` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventName {
    /// A customer placed an order; data: [`Order`].
    Order,
    /// An order changed otherwise; data: [`OrderChanged`].
    Change,
    /// An order was finished; data: [`OrderChanged`].
    Finish,
    /// Somebody sent a message; data: [`crate::push::Push`].
    Psh,
}

impl EventName {
    /// Every name.
    pub const ALL: [Self; 4] = [Self::Order, Self::Change, Self::Finish, Self::Psh];

    /// The name on the wire and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Change => "change",
            Self::Finish => "finish",
            Self::Psh => "psh",
        }
    }
}

/// The text names no event.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of an event")]
pub struct NotAnEventName;

impl FromStr for EventName {
    type Err = NotAnEventName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|name| name.as_str() == text)
            .ok_or(NotAnEventName)
    }
}

/// Which administrators an event is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// All of them.
    Admins,
    /// One of them, on all streams.
    User(UserId),
}

impl Audience {
    /// Whether `user` may see it.
    pub fn includes(self, user: UserId) -> bool {
        match self {
            Self::Admins => true,
            Self::User(id) => id == user,
        }
    }
}

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity, everywhere.
    pub seq: Seq,
    /// What kind of thing happened.
    pub name: EventName,
    /// Which administrators it is for.
    pub audience: Audience,
    /// What happened, as JSON.
    pub data: String,
    /// The order that it is about, and the same told to the order's customer.
    pub progress: Option<Progress>,
    /// After this it is told to nobody any more; `None` for never.
    pub expires_at: Option<Timestamp>,
}

/// An event as an order's customer gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Whose order.
    pub order: OrderId,
    /// What happened, as JSON, without what is the shop's alone.
    pub data: String,
    /// Whether the order's story ends here.
    pub last: bool,
}

/// Data of `change` and `finish`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderChanged {
    /// The order as it is now.
    pub order: Order,
    /// The status before.
    pub from: OrderStatus,
    /// The status now.
    pub to: OrderStatus,
    /// Who changed it; empty where the reader is a customer.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl OrderChanged {
    /// The change as the order's customer gets it: see [`Order::for_customer`].
    pub fn for_customer(mut self) -> Self {
        self.order = self.order.for_customer();
        self.by.clear();
        self
    }
}

/// Data of `hello`, the first event of every stream that tells the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The stream's own name; `/sse/over` takes it.
    pub stream: String,
    /// The newest event of the log.
    pub head: Cursor,
    /// The user whose stream it is; `None` on a customer's.
    pub user: Option<String>,
    /// How often a `tick` comes, in milliseconds.
    pub heartbeat: u32,
    /// How long to wait before coming back, in milliseconds; differs from
    /// stream to stream, so that not all come back at once.
    pub retry: u32,
    /// Now.
    pub time: Timestamp,
    /// How far the shop's zone is ahead of UTC now, in seconds.
    pub offset: i32,
}

/// The shop's clock at one moment; data of `time`, of which the clock stream
/// has one each second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Now.
    pub time: Timestamp,
    /// How far the shop's zone is ahead of UTC now, in seconds.
    pub offset: i32,
}

/// Data of `tick`, which comes when all that was missed has been told, and as
/// often as `hello` said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// The newest event of the log; everything up to it has been told.
    pub head: Cursor,
    /// Now.
    pub time: Timestamp,
    /// How far the shop's zone is ahead of UTC now, in seconds.
    pub offset: i32,
}

/// Data of `reset`: what the reader knows can't be continued from the log; it
/// reads everything again and goes on from `head`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reset {
    /// The newest event of the log.
    pub head: Cursor,
}

/// Data of `over`: an administrator ended the stream. The reader may come back,
/// but not at once; whoever is to stay away has to be disabled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// Who ended it.
    pub by: String,
    /// How long to wait before coming back, in milliseconds.
    pub retry: u32,
}

/// Data of `presence`: who has the back office open.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// How many streams of administrators are open.
    pub streams: u32,
    /// The users behind them, by name; at most [`Presence::MAX_USERS`].
    pub users: Vec<UserOnline>,
}

impl Presence {
    /// The most users that are listed by name.
    pub const MAX_USERS: usize = 50;
}

/// A user who has the back office open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserOnline {
    /// Who.
    pub name: String,
    /// On how many streams.
    pub streams: u32,
}
