//! What a store says when it does not answer.

/// The store could not do it. The cause is in the server's log; whoever asked
/// can only try again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the store did not answer")]
pub struct Unavailable;
