//! What keeps visitors from doing something without end.

use super::{OrderLimit, SignInLimit};
use crate::orders::TooManyLookUps;
use std::{net::IpAddr, sync::Arc};

/// Keeps those who know no link of an order from trying numbers and phones.
pub trait LookUpLimit: Send + Sync {
    /// Counts one more try from that address, where it is known, to find the order of that
    /// number.
    ///
    /// # Errors
    /// There were too many from that address, or for that number; this one is not to be made.
    fn admit(&self, from: Option<IpAddr>, number: u32) -> Result<(), TooManyLookUps>;
}

/// The limits of a shop.
#[derive(Clone)]
pub struct Limits {
    /// How often somebody orders.
    pub orders: Arc<dyn OrderLimit>,
    /// How often an order is looked for.
    pub look_ups: Arc<dyn LookUpLimit>,
    /// How often a password is guessed.
    pub sign_ins: Arc<dyn SignInLimit>,
}
