//! A stream that has caught up, and for which a shard listens.

use super::event_stream::{EventStream, State};
use crate::metrics::EndReason;
use bytes::Bytes;
use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio_util::sync::WaitForCancellationFutureOwned;

impl EventStream {
    /// Whether something was said already.
    pub(crate) fn has_begun(&self) -> bool {
        !matches!(self.state, State::Opening(_))
    }

    /// Whether all was told that is in the log.
    pub(crate) fn is_listening(&self) -> bool {
        matches!(self.state, State::Listening)
    }

    /// Leaves the hub's channel, if nothing waits there: from now on [`Self::hear`] has to
    /// be called with all that the whole log's channel has. Whether it did.
    pub(crate) fn stop_listening(&mut self) -> bool {
        let is_idle = self
            .channel
            .as_ref()
            .is_none_or(|channel| channel.is_empty());
        let stops = self.is_listening() && self.subscriber.is_gapless() && is_idle;
        if stops {
            self.channel = None;
        }
        stops
    }

    /// Listens by itself again: what it missed meanwhile it reads.
    pub(crate) fn listen_again(&mut self) {
        self.channel = Some(self.subscriber.listen());
        if self.is_listening() {
            self.state = State::Reading;
        }
    }

    /// Waits until somebody ends the stream.
    pub(crate) fn ended(&self) -> WaitForCancellationFutureOwned {
        self.registration.closed_owned()
    }

    /// The last that the stream says, when `ended` or its time is over.
    pub(crate) fn poll_end(
        &mut self,
        ended: Pin<&mut WaitForCancellationFutureOwned>,
        context: &mut Context<'_>,
    ) -> Poll<Bytes> {
        if ended.poll(context).is_ready() {
            return Poll::Ready(self.end());
        }
        ready!(self.life.as_mut().poll(context));
        Poll::Ready(self.finish(EndReason::Lifetime))
    }
}
