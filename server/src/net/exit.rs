//! How a stream and its socket leave hyper.

use axum::http::{HeaderValue, Response, header};
use delivery::{EventStream, stream::Handover};
use parking_lot::Mutex;
use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The way out of one connection. Clones are the same.
#[derive(Clone, Default)]
pub(super) struct Exit(Arc<Mutex<Way>>);

#[derive(Default)]
struct Way {
    handover: Option<Handover>,
    /// What has left its answer, of which nothing waits in hyper any more.
    stream: Option<EventStream>,
}

impl Exit {
    /// Asks for the stream of an answer, if it is one. It is the last on its connection,
    /// for no request is read where it goes.
    pub(super) fn want<B>(&self, response: &mut Response<B>) {
        let Some(handover) = response.extensions().get::<Handover>().cloned() else {
            return;
        };
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(header::CONNECTION, close);
        handover.want();
        self.0.lock().handover = Some(handover);
    }

    /// The stream, once it and all that came before it have left hyper.
    pub(super) fn take(&self) -> Option<EventStream> {
        self.0.lock().stream.take()
    }

    fn flushed(&self) {
        let mut way = self.0.lock();
        if let Some(stream) = way.handover.as_ref().and_then(Handover::take) {
            way.stream = Some(stream);
        }
    }
}

/// A connection of hyper's, whose way out is open when all was written.
pub(super) struct WithExit<Io> {
    pub(super) io: Io,
    pub(super) exit: Exit,
}

impl<Io: AsyncRead + Unpin> AsyncRead for WithExit<Io> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl<Io: AsyncWrite + Unpin> AsyncWrite for WithExit<Io> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    /// Hyper flushes when it has written all that waited.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.exit.flushed();
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }
}
