//! A customer asks where an order stays.

use crate::{
    Timestamp, Unavailable,
    clock::ShopClock,
    orders::{Moment, Order, OrderStatus},
};
use serde::{Deserialize, Serialize};

/// After how many seconds an order without a promise is late.
const HURRY_AFTER: u32 = 15 * 60;
/// How many seconds lie between two questions, at least.
const HURRY_AGAIN: u32 = 5 * 60;

/// A customer asked where an order stays; data of `hurry`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderHurried {
    /// The order as it is now; the question makes no version of it.
    pub order: Order,
    /// When.
    pub at: Timestamp,
}

/// A question was not passed on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HurryError {
    /// There is no such order.
    #[error("there is no such order")]
    NotFound,
    /// Nobody waits for the order any more.
    #[error("the order is ready, or over")]
    NotAwaited {
        /// The status that it has.
        status: OrderStatus,
    },
    /// The order is not late yet, or the shop was asked just now.
    #[error("it is too early to ask")]
    TooEarly {
        /// When it may be asked.
        from: Moment,
    },
    /// The store could not take it.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

impl<Name> Order<Name> {
    /// From when on its customer may ask where it stays: when it was promised, or after a
    /// quarter of an hour, and not again at once. `None` where nobody waits for it any more.
    pub fn hurry_from(&self) -> Option<Timestamp> {
        let is_awaited = matches!(
            self.status,
            OrderStatus::Placed | OrderStatus::Accepted | OrderStatus::Preparing
        );
        let promised = self.promised.as_ref().map(|promised| promised.at);
        let late = promised.unwrap_or_else(|| self.placed_at.plus_seconds(HURRY_AFTER));
        let asked = self.hurried.as_ref().map(|hurried| hurried.at);
        let again = asked.map(|at| at.plus_seconds(HURRY_AGAIN));
        is_awaited.then(|| again.map_or(late, |again| again.max(late)))
    }
}

impl OrderHurried {
    /// What becomes of an order whose customer asks now.
    ///
    /// # Errors
    /// [`HurryError::NotAwaited`] or [`HurryError::TooEarly`]; nothing is told then.
    pub fn decide(mut order: Order, clock: &dyn ShopClock) -> Result<Self, HurryError> {
        let at = clock.now();
        let status = order.status;
        let from = order
            .hurry_from()
            .ok_or(HurryError::NotAwaited { status })?;
        if at < from {
            let from = Moment::at(from, clock);
            return Err(HurryError::TooEarly { from });
        }
        order.hurried = Some(Moment::at(at, clock));
        Ok(Self { order, at })
    }

    /// The question as the order's customer gets it: see [`Order::for_customer`].
    pub fn for_customer(mut self) -> Self {
        self.order = self.order.for_customer();
        self
    }
}
