//! What was done about an order, by whom, and when.

use super::{OrderStatus, Payment, Refund, StatusReason};
use crate::{Timestamp, money::Money};
use serde::{Deserialize, Serialize};

/// A change of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The version of the order that it made.
    pub version: u32,
    /// When.
    pub at: Timestamp,
    /// Who did it; empty for the customer.
    pub by: String,
    /// What it was.
    pub what: What,
}

/// What was done about an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum What {
    /// It moved on.
    Status {
        /// The status before.
        from: OrderStatus,
        /// The status after.
        to: OrderStatus,
        /// When it was promised, in minutes from then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Why it was rejected or cancelled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<StatusReason>,
    },
    /// A move was taken back.
    Undo {
        /// The status before.
        from: OrderStatus,
        /// The status after.
        to: OrderStatus,
    },
    /// It was noted how it was paid, or that it was not.
    Payment {
        /// How.
        payment: Option<Payment>,
    },
    /// Something was given back.
    Refund(Refund),
    /// Its lines or its note were changed.
    Edit {
        /// What it came to before, in minor units.
        total_before: Money,
        /// What it came to after that, in minor units.
        total_after: Money,
    },
}
