//! The port through which a store is kept in shape while the shop is open.

use crate::{Seq, Unavailable};
use async_trait::async_trait;

/// How much of the log is kept; what exceeds either is pruned.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    /// How old an event gets, in days.
    pub days: u32,
    /// How many events there are.
    pub events: u32,
}

/// How far pruning has come.
#[derive(Debug, Clone, Copy)]
pub struct Pruned {
    /// The newest event that was pruned.
    pub until: Seq,
    /// Whether there is more to prune.
    pub more: bool,
}

/// How far taking personal data out of orders has come.
#[derive(Debug, Clone, Copy)]
pub struct Forgotten {
    /// The newest event from which it was ever taken.
    pub until: Seq,
    /// Whether there are more orders to take it from.
    pub more: bool,
}

/// What the server asks of its store, beside what the shop does.
#[async_trait]
pub trait Maintenance: Send + Sync {
    /// Prunes a batch of the events that need not be kept.
    async fn prune(&self, keep: Retention) -> Result<Pruned, Unavailable>;

    /// Takes names, phones and notes out of a batch of the orders that are older than
    /// so many days, and out of the events that told of them. All else of them stays.
    async fn forget_customers(&self, days: u32) -> Result<Forgotten, Unavailable>;

    /// Writes something of no meaning, so that it is known whether that is
    /// possible.
    async fn probe(&self) -> Result<(), Unavailable>;

    /// How many writes wait.
    fn waiting_writes(&self) -> usize;

    /// Writes what waits, and leaves everything whole. Nothing can be asked for
    /// afterwards.
    async fn close(&self);
}
