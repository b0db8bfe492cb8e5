//! The stream of the board: that some order is new or another.

use delivery::{EncodedEvent, Subscription, TopicId, async_trait};
use domain::events::ORDERS;
use std::sync::Arc;
use tokio::sync::watch;
use tokio_util::sync::DropGuard;

/// What a board is told.
pub(crate) struct BoardNews {
    /// Whoever looks after the stream learns by it that the stream is gone.
    _open: DropGuard,
}

impl BoardNews {
    /// As it is counted.
    pub(crate) const NAME: &str = "board";

    pub(crate) fn new(open: DropGuard) -> Self {
        Self { _open: open }
    }
}

#[async_trait]
impl Subscription for BoardNews {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn topic(&self) -> Option<TopicId> {
        Some(ORDERS)
    }

    fn is_told_from_the_beginning(&self) -> bool {
        // The page shows what there is.
        false
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        true
    }
}

/// Tells open boards that the link is another. Clones are the same.
#[derive(Clone)]
pub(crate) struct BoardLinks(Arc<watch::Sender<()>>);

impl BoardLinks {
    pub(crate) fn new() -> Self {
        Self(Arc::new(watch::Sender::new(())))
    }

    /// The link is another, or there is none any more.
    pub(super) fn changed(&self) {
        self.0.send_replace(());
    }

    /// Hears of it, from now on.
    pub(crate) fn listen(&self) -> watch::Receiver<()> {
        self.0.subscribe()
    }
}
