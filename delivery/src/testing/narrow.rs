//! A socket whose other end is slow.

use std::{
    io,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A socket that takes two writes, of the next one the half, and is then full for a while.
/// Nothing is ever read from it.
pub(crate) struct Narrow {
    taken: Arc<Mutex<String>>,
    writes: usize,
}

impl Narrow {
    /// What is written ends up in `taken`.
    pub(crate) fn new(taken: Arc<Mutex<String>>) -> Self {
        Self { taken, writes: 0 }
    }
}

impl AsyncRead for Narrow {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Pending
    }
}

impl AsyncWrite for Narrow {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.writes += 1;
        let length = match self.writes % 4 {
            0 => {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            3 => bytes.len().div_ceil(2),
            _ => bytes.len(),
        };
        let text = std::str::from_utf8(&bytes[..length]).unwrap();
        self.taken.lock().unwrap().push_str(text);
        Poll::Ready(Ok(length))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
