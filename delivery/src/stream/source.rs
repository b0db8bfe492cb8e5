//! What streams are made from.

use crate::{Clock, Log, LogError, hub::Hub};
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

impl Source {
    /// Streams of `log`, for which `hub` rings from now on.
    ///
    /// # Errors
    /// The log can't be read.
    pub async fn open(
        log: Arc<dyn Log>,
        clock: Arc<dyn Clock>,
        hub: Hub,
    ) -> Result<Self, LogError> {
        hub.start(log.extent().await?);
        Ok(Self { log, clock, hub })
    }
}
