//! Which orders are asked for.

use super::{Period, SearchText};
use crate::orders::OrderStatus;

/// Which orders are asked for: all that everything here lets through.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct OrderFilter {
    /// Of one of these statuses, each once; of any where there is none.
    pub statuses: Vec<OrderStatus>,
    /// Of these days.
    pub period: Period,
    /// With this text.
    pub text: Option<SearchText>,
}
