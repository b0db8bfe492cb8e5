//! Moving an order on: compare and set.

use super::{ChangeError, Handled, Order, OrderId, OrderStatus};
use crate::{Timestamp, clock::ShopClock, users::User};
use serde::{Deserialize, Serialize};

/// A wish to change an order's status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// Which order.
    pub order: OrderId,
    /// The status that it shall have.
    pub to: OrderStatus,
    /// The version that the wish rests on: another by now means that somebody
    /// was faster.
    pub version: u32,
}

/// What became of an order; data of `change` and `finish`.
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

impl StatusChange {
    /// What the change makes of the order as it stands now. Whoever saw an older
    /// version is told who was faster.
    ///
    /// # Errors
    /// [`ChangeError::Conflict`] or [`ChangeError::NotAllowed`]; nothing changes.
    pub fn decide(
        &self,
        order: Order,
        by: &User,
        clock: &dyn ShopClock,
    ) -> Result<OrderChanged, ChangeError> {
        let (from, to) = (order.status, self.to);
        if order.version != self.version {
            let handled = order.handled;
            return Err(ChangeError::Conflict {
                status: from,
                handled,
            });
        }
        if !from.can_become(to) {
            return Err(ChangeError::NotAllowed { from, to });
        }
        let at = clock.now();
        let order = Order {
            status: to,
            version: order.version + 1,
            handled: Some(Handled::new(by.name.clone(), at, clock)),
            ..order
        };
        Ok(OrderChanged {
            order,
            from,
            to,
            by: by.name.clone(),
            at,
        })
    }
}

impl OrderChanged {
    /// The change as the order's customer gets it: see [`Order::for_customer`].
    pub fn for_customer(mut self) -> Self {
        self.order = self.order.for_customer();
        self.by.clear();
        self
    }
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
