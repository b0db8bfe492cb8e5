//! A stream and its socket.

use super::{
    chunk::{self, chunk},
    round::Round,
};
use crate::EventStream;
use bytes::{Buf, Bytes};
use std::{
    io::{ErrorKind, Result},
    iter, mem,
    pin::Pin,
    task::{Context, Poll, Waker, ready},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_util::sync::WaitForCancellationFutureOwned;

/// A stream and its socket. As a future it is over when the socket is to be closed.
pub(super) struct Socket<Io> {
    io: Io,
    /// What the other end has not taken yet.
    unsent: Bytes,
    turn: Turn,
    /// Of the task that polls it.
    waker: Waker,
}

/// Whose turn it is.
enum Turn {
    /// The stream has said something that is not sent yet, or has just come.
    Sending(EventStream),
    /// The stream says what comes next; it listens to the hub's channel by itself.
    Stream(Pin<Box<dyn Future<Output = Said> + Send>>),
    /// The stream has caught up, and its shard listens for it, until somebody ends it.
    Shard(EventStream, Pin<Box<WaitForCancellationFutureOwned>>),
    /// Everything was said.
    Over,
}

/// A stream, and what it said; `None` when all was said.
type Said = (EventStream, Option<Bytes>);

impl Turn {
    /// Whose turn it is when all was sent that the stream has said.
    fn after(mut stream: EventStream) -> Self {
        if stream.stop_listening() {
            let ended = Box::pin(stream.ended());
            return Self::Shard(stream, ended);
        }
        Self::Stream(Box::pin(async move {
            let said = stream.next().await;
            (stream, said)
        }))
    }
}

impl<Io: AsyncRead + AsyncWrite + Unpin> Socket<Io> {
    pub(super) fn new(io: Io, stream: EventStream) -> Self {
        Self {
            io,
            unsent: Bytes::new(),
            turn: Turn::Sending(stream),
            waker: Waker::noop().clone(),
        }
    }

    /// Tells what the shard has heard, if it listens for this stream.
    pub(super) fn hear(&mut self, round: &mut Round) {
        let Turn::Shard(stream, _) = &mut self.turn else {
            return;
        };
        let told = round.told_by(stream);
        // Nothing waits for being sent: it is the shard's turn.
        let sent = match told.is_empty() {
            true => 0,
            false => try_write(&mut self.io, told),
        };
        if sent < told.len() || !stream.is_listening() {
            self.unsent = told.slice(sent..);
            self.fall_behind();
        }
    }

    /// The stream is to go on by itself: it listens first, and then reads what it has
    /// not told.
    fn fall_behind(&mut self) {
        self.turn = match mem::replace(&mut self.turn, Turn::Over) {
            Turn::Shard(mut stream, _) => {
                stream.listen_again();
                Turn::Sending(stream)
            }
            other => other,
        };
        self.waker.wake_by_ref();
    }

    fn poll_over(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        if let Poll::Ready(gone) = self.poll_gone(context) {
            return Poll::Ready(gone);
        }
        loop {
            ready!(self.poll_send(context))?;
            self.turn = match mem::replace(&mut self.turn, Turn::Over) {
                Turn::Sending(stream) => Turn::after(stream),
                Turn::Stream(mut next) => match next.as_mut().poll(context) {
                    Poll::Pending => {
                        self.turn = Turn::Stream(next);
                        return Poll::Pending;
                    }
                    Poll::Ready((stream, Some(said))) => {
                        self.unsent = chunk(iter::once(&said));
                        Turn::Sending(stream)
                    }
                    Poll::Ready((_, None)) => {
                        self.unsent = chunk::LAST;
                        Turn::Over
                    }
                },
                Turn::Shard(mut stream, mut ended) => {
                    match stream.poll_end(ended.as_mut(), context) {
                        Poll::Pending => {
                            self.turn = Turn::Shard(stream, ended);
                            return Poll::Pending;
                        }
                        Poll::Ready(said) => {
                            self.unsent = chunk(iter::once(&said));
                            Turn::Sending(stream)
                        }
                    }
                }
                Turn::Over => return Pin::new(&mut self.io).poll_shutdown(context),
            };
        }
    }

    /// Sends what waits for it.
    fn poll_send(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        while self.unsent.has_remaining() {
            let sent = Pin::new(&mut self.io).poll_write(context, &self.unsent);
            match ready!(sent)? {
                0 => return Poll::Ready(Err(ErrorKind::WriteZero.into())),
                sent => self.unsent.advance(sent),
            }
        }
        Poll::Ready(Ok(()))
    }

    /// Whether the other end has gone, also half: whoever reads a stream has nothing
    /// more to say, and what it says is not listened to.
    fn poll_gone(&mut self, context: &mut Context<'_>) -> Poll<Result<()>> {
        let mut space = [0; 256];
        loop {
            let mut said = ReadBuf::new(&mut space);
            ready!(Pin::new(&mut self.io).poll_read(context, &mut said))?;
            if said.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl<Io: AsyncRead + AsyncWrite + Unpin> Future for Socket<Io> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.waker.clone_from(context.waker());
        // What goes wrong is the other end's affair: most have only gone away.
        self.poll_over(context).map(drop)
    }
}

/// Writes what the other end takes at once; says how many bytes those were. What goes
/// wrong shows when the socket is polled.
fn try_write(io: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> usize {
    let mut context = Context::from_waker(Waker::noop());
    match Pin::new(io).poll_write(&mut context, bytes) {
        Poll::Ready(Ok(sent)) => sent,
        Poll::Ready(Err(_)) | Poll::Pending => 0,
    }
}
