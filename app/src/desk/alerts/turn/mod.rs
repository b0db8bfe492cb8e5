//! Which page of the browser is heard: one alone, whichever has the turn.

mod lease;
mod lock;

use lease::Lease;
use lock::Lock;

/// A page's claim to be heard.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    lock: Lock,
    lease: Lease,
}

impl Turn {
    /// That of a page that was just opened.
    pub(super) fn new() -> Self {
        Self {
            lock: Lock::new(),
            lease: Lease::new(),
        }
    }

    /// Whether the page is the one that is heard: it has the turn, or nobody else does.
    pub(super) async fn take(self) -> bool {
        match self.lock.take().await {
            Some(is_ours) => is_ours,
            None => self.lease.take().await,
        }
    }

    /// Gives the turn up: another page may be heard at once.
    pub(super) fn give_up(self) {
        self.lock.give_up();
        self.lease.give_up();
    }
}
