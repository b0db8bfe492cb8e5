//! A connection on which no write waits for ever.
//!
//! While hyper waits for a socket it does not poll the answer's body, so a body
//! can't notice that its reader stopped reading: only the socket can.

use std::{
    future::Future,
    io,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

/// How long a write may wait once the server ends.
const LAST_CALL: Duration = Duration::from_secs(1);

/// Up to so many bytes it is cheaper to copy pieces together than to tell the
/// system of each.
const SMALL: usize = 1024;

type GiveUp = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A connection whose writes fail with [`io::ErrorKind::TimedOut`] when the
/// other side takes nothing for longer than the deadline.
pub(crate) struct TimeoutStream {
    stream: TcpStream,
    deadline: Duration,
    ending: CancellationToken,
    /// Ends when the write that waits is to be given up; there is none while
    /// nothing waits.
    give_up: Option<GiveUp>,
}

impl TimeoutStream {
    /// Gives each write `deadline` to get on, and less from when `ending` is
    /// cancelled.
    pub(crate) fn new(stream: TcpStream, deadline: Duration, ending: CancellationToken) -> Self {
        Self {
            stream,
            deadline,
            ending,
            give_up: None,
        }
    }

    /// Passes the outcome of a write on, unless it has waited for too long.
    fn watch(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.give_up = None;
            return written;
        }
        let (deadline, ending) = (self.deadline, &self.ending);
        let give_up = self
            .give_up
            .get_or_insert_with(|| Box::pin(too_late(deadline, ending.clone())));
        ready!(give_up.as_mut().poll(context));
        // What the system still holds for the other side goes too. Where that
        // can't be had it goes when the system gives up.
        let _ = self.stream.set_zero_linger();
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

async fn too_late(deadline: Duration, ending: CancellationToken) {
    let ended = async {
        ending.cancelled().await;
        sleep(LAST_CALL).await;
    };
    // Whichever comes first.
    let _ = timeout(deadline, ended).await;
}

/// The pieces in one, if there is room for them.
fn gather<'a>(pieces: &[io::IoSlice<'_>], room: &'a mut [u8; SMALL]) -> Option<&'a [u8]> {
    let mut end = 0;
    for piece in pieces {
        room.get_mut(end..end + piece.len())?.copy_from_slice(piece);
        end += piece.len();
    }
    room.get(..end)
}

impl AsyncRead for TimeoutStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for TimeoutStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.watch(context, written)
    }

    // Without the next two, hyper would copy what waits for a stream into a
    // buffer of its own, which stays as large as the most that ever waited.
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let mut room = [0; SMALL];
        if let Some(bytes) = gather(pieces, &mut room) {
            return self.poll_write(context, bytes);
        }
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.watch(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
