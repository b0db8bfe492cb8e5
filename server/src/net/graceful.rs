//! A connection that is answered to its end, and told when the server ends.

use hyper_util::server::graceful::GracefulConnection;
use pin_project_lite::pin_project;
use std::{
    pin::Pin,
    task::{Context, Poll},
};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};

pin_project! {
    /// Answers to the end, or until what was asked before `ending` is answered.
    ///
    /// Written by hand: an async function would keep its connection twice, as an
    /// argument and as what it waits for, for each of thousands of streams.
    pub(super) struct Graceful<C> {
        connection: Option<C>,
        #[pin]
        ending: WaitForCancellationFutureOwned,
        told: bool,
    }
}

impl<C: GracefulConnection + Unpin> Graceful<C> {
    pub(super) fn new(connection: C, ending: CancellationToken) -> Self {
        Self {
            connection: Some(connection),
            ending: ending.cancelled_owned(),
            told: false,
        }
    }

    /// The connection, which is over by that.
    pub(super) fn take(self: Pin<&mut Self>) -> Option<C> {
        self.project().connection.take()
    }
}

impl<C: GracefulConnection + Unpin> Future for Graceful<C> {
    type Output = Result<(), C::Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let Some(connection) = this.connection else {
            return Poll::Ready(Ok(()));
        };
        let mut connection = Pin::new(connection);
        if !*this.told && this.ending.poll(context).is_ready() {
            *this.told = true;
            connection.as_mut().graceful_shutdown();
        }
        connection.poll(context)
    }
}
