//! Streams over HTTP: opening them, who has one open, ending them.

mod board;
mod clock;
mod connections;
mod pages;
mod program;
mod progress;
mod query;
mod shop_front;
mod subscribe;

pub(crate) use board::{board, may_hear_board};
pub(crate) use clock::clock;
pub(crate) use connections::{end, end_of_user, list};
pub(crate) use pages::{over, set_pages};
pub(crate) use progress::{may_follow, progress};
pub(crate) use shop_front::{may_hear_shop_front, shop_front};
pub(crate) use subscribe::{may_subscribe, subscribe};

use crate::subscriptions::{BoardLinks, DeliveryTracker};
use axum::extract::FromRef;
use delivery::{Source, StreamLimits, StreamRegistry};

/// What streams are made of. Clones are the same.
#[derive(Clone, FromRef)]
pub(crate) struct Streams {
    pub(crate) source: Source,
    pub(crate) registry: StreamRegistry,
    pub(crate) boards: BoardLinks,
    pub(crate) limits: StreamLimits,
    pub(crate) deliveries: DeliveryTracker,
}
