//! How a stream is ended from outside.

use std::sync::{Arc, OnceLock};
use tokio_util::sync::{
    CancellationToken, WaitForCancellationFuture, WaitForCancellationFutureOwned,
};

/// Ends a stream, and remembers who did. Clones end the same stream.
#[derive(Debug, Clone)]
pub(super) struct CloseHandle {
    token: CancellationToken,
    by: Arc<OnceLock<String>>,
}

impl CloseHandle {
    /// Ends the stream whose token that is.
    pub(super) fn new(token: CancellationToken) -> Self {
        Self {
            token,
            by: Arc::default(),
        }
    }

    /// Ends the stream.
    pub(super) fn close(&self) {
        self.token.cancel();
    }

    /// Ends the stream in the name of somebody who meant to.
    pub(super) fn close_by(&self, name: &str) {
        // Whoever comes second has nothing left to end.
        let _ = self.by.set(name.to_owned());
        self.close();
    }

    /// Who meant to end it.
    pub(super) fn closed_by(&self) -> Option<&str> {
        self.by.get().map(String::as_str)
    }

    /// Whether it was ended.
    pub(super) fn is_closed(&self) -> bool {
        self.token.is_cancelled()
    }

    /// Waits until it is ended.
    pub(super) fn closed(&self) -> WaitForCancellationFuture<'_> {
        self.token.cancelled()
    }

    /// The same, without a borrow.
    pub(super) fn closed_owned(&self) -> WaitForCancellationFutureOwned {
        self.token.clone().cancelled_owned()
    }
}
