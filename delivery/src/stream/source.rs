//! What streams are made from.

use crate::{Clock, Log, hub::Hub};
use std::sync::Arc;

/// What streams tell of. Clones are of the same log.
#[derive(Clone)]
pub struct Source {
    /// The log.
    pub log: Arc<dyn Log>,
    /// The clock, by which streams tell the time and events expire.
    pub clock: Arc<dyn Clock>,
    /// The hub that rings for the log.
    pub hub: Hub,
}
