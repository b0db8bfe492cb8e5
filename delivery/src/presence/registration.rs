//! A stream's place among those that are open.

use super::{close_handle::CloseHandle, open_streams::OpenStreams};
use std::sync::Arc;
use tokio_util::sync::{WaitForCancellationFuture, WaitForCancellationFutureOwned};

/// A stream's place in the registry; left when dropped, whatever the reason.
pub struct Registration {
    pub(super) open: Arc<OpenStreams>,
    pub(super) stream: Arc<str>,
    pub(super) reader: Option<String>,
    pub(super) handle: CloseHandle,
}

impl Registration {
    /// The stream's name: 128 random bits, in hexadecimal.
    pub fn stream(&self) -> &str {
        &self.stream
    }

    /// The name of the reader whose stream it is; `None` where nobody is signed in.
    pub fn reader(&self) -> Option<&str> {
        self.reader.as_deref()
    }

    /// How often the stream ticks, in milliseconds.
    pub fn heartbeat(&self) -> u32 {
        u32::try_from(self.open.heartbeat.as_millis()).unwrap_or(u32::MAX)
    }

    /// Waits until somebody ends the stream.
    pub fn closed(&self) -> WaitForCancellationFuture<'_> {
        self.handle.closed()
    }

    /// The same, of a stream that is elsewhere.
    pub(crate) fn closed_owned(&self) -> WaitForCancellationFutureOwned {
        self.handle.closed_owned()
    }

    /// Whether somebody ended the stream.
    pub fn is_closed(&self) -> bool {
        self.handle.is_closed()
    }

    /// Who ended the stream, where that was somebody who meant to.
    pub fn closed_by(&self) -> Option<&str> {
        self.handle.closed_by()
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        if self.reader.is_some() {
            self.open.remove(&self.stream);
        }
    }
}
