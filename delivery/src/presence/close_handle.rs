//! How a stream is ended from outside.

use std::sync::{Arc, OnceLock};
use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};

/// Ends a stream, and remembers who did. Clones end the same stream.
#[derive(Debug, Clone)]
pub(super) struct End {
    token: CancellationToken,
    by: Arc<OnceLock<String>>,
}

impl End {
    pub(super) fn new(token: CancellationToken) -> Self {
        Self {
            token,
            by: Arc::default(),
        }
    }

    /// Ends the stream.
    pub(super) fn end(&self) {
        self.token.cancel();
    }

    /// Ends the stream in the name of a user who meant to.
    pub(super) fn end_by(&self, name: &str) {
        // Whoever comes second has nothing left to end.
        let _ = self.by.set(name.to_owned());
        self.end();
    }

    /// Who meant to end it.
    pub(super) fn by(&self) -> Option<&str> {
        self.by.get().map(String::as_str)
    }

    /// Whether it was ended.
    pub(super) fn is_over(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Waits until it is ended.
    pub(super) fn ended(&self) -> WaitForCancellationFuture<'_> {
        self.token.cancelled()
    }
}
