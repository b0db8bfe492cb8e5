//! A plain connection: hyper answers its requests, until an answer is a stream.

use super::{
    exit::{Exit, WithExit},
    graceful::Graceful,
    service::RouterService,
    write_timeout::TimeoutStream,
};
use delivery::shard::Shards;
use hyper::server::conn::http1::Connection;
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use std::{
    pin::Pin,
    task::{Context, Poll},
};

type Http1 = Connection<TokioIo<WithExit<TimeoutStream>>, RouterService>;

pin_project! {
    /// Answers to the end, or until an answer is a stream: that goes to a shard, with
    /// the socket.
    pub(super) struct Plain {
        #[pin]
        connection: Graceful<Http1>,
        exit: Exit,
        shards: Shards<TimeoutStream>,
    }
}

impl Plain {
    pub(super) fn new(
        connection: Graceful<Http1>,
        exit: Exit,
        shards: Shards<TimeoutStream>,
    ) -> Self {
        Self {
            connection,
            exit,
            shards,
        }
    }
}

impl Future for Plain {
    type Output = hyper::Result<()>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        if let Poll::Ready(done) = this.connection.as_mut().poll(context) {
            return Poll::Ready(done);
        }
        let Some(stream) = this.exit.take() else {
            return Poll::Pending;
        };
        if let Some(connection) = this.connection.take() {
            let io = connection.into_parts().io.into_inner().io;
            this.shards.enter(io, stream);
        }
        Poll::Ready(Ok(()))
    }
}
