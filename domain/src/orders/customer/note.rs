//! What the shop writes to a customer.

use crate::{Timestamp, orders::OrderId};
use serde::{Deserialize, Serialize};

/// The most characters of it.
pub const MAX_CUSTOMER_NOTE: usize = 500;

/// The shop wrote to the customer of an order; data of `note`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerNote {
    /// Which order.
    pub order: OrderId,
    /// What it wrote.
    pub text: String,
    /// Who wrote it; blank where the reader is a customer.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl CustomerNote {
    /// As the customer gets it, who has to do with the shop and not with one of it.
    pub fn for_customer(mut self) -> Self {
        self.by.clear();
        self
    }
}
