//! When something happens to an order, as everybody reads it.

use crate::{Timestamp, clock::ShopClock};
use serde::{Deserialize, Serialize};

/// A moment, as everybody reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The moment.
    pub at: Timestamp,
    /// What the shop's clock shows then: `12:04`.
    pub time: String,
}

impl Moment {
    /// That moment, on the shop's clock.
    pub fn at(at: Timestamp, clock: &dyn ShopClock) -> Self {
        let time = clock.time(at);
        Self { at, time }
    }
}

/// The last change of an order's status by an administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handled {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// When, on the shop's clock: `12:04`.
    pub time: String,
}

impl Handled {
    /// A change by that user at that moment.
    pub fn new(by: String, at: Timestamp, clock: &dyn ShopClock) -> Self {
        let time = clock.time(at);
        Self { by, at, time }
    }
}
