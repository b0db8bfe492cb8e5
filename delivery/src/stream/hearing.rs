//! What an open stream makes of what the hub's channel has.

use super::event_stream::{EventStream, PIECE, State};
use crate::{
    hub::{Broadcast, EncodedEvent},
    metrics::{EndReason, METRICS},
    sync::broadcast::{
        Receiver,
        error::{RecvError, TryRecvError},
    },
};
use bytes::{Bytes, BytesMut};

impl EventStream {
    /// Moves on to an event; the bytes to send for it, if it is for this reader.
    pub(super) fn take<'a>(&mut self, event: &'a EncodedEvent) -> Option<&'a Bytes> {
        self.seq = event.seq;
        if event.last {
            self.state = State::Over;
            self.metrics.set_reason(EndReason::Told);
        }
        let bytes = self.subscriber.tell(event)?;
        self.metrics.delivered();
        Some(bytes)
    }

    /// What there is to send for a ring of the bell and for those that wait
    /// behind it: in one piece, which costs less than each by itself.
    pub(super) fn hear_all(&mut self, heard: Result<Broadcast, RecvError>) -> Option<Bytes> {
        let mut first = self.hear_or_end(heard);
        let mut all = BytesMut::new();
        while matches!(self.state, State::Listening) && all.len() < PIECE {
            let heard = match self.channel.as_mut().map(Receiver::try_recv) {
                Some(Ok(heard)) => Ok(heard),
                Some(Err(TryRecvError::Lagged(count))) => Err(RecvError::Lagged(count)),
                Some(Err(TryRecvError::Empty | TryRecvError::Closed)) | None => break,
            };
            if let Some(bytes) = self.hear_or_end(heard) {
                all.extend_from_slice(&first.take().unwrap_or_default());
                all.extend_from_slice(&bytes);
            }
        }
        first.or_else(|| (!all.is_empty()).then(|| all.freeze()))
    }

    fn hear_or_end(&mut self, heard: Result<Broadcast, RecvError>) -> Option<Bytes> {
        match heard {
            Ok(broadcast) => self.hear(&broadcast).cloned(),
            Err(RecvError::Lagged(_)) => {
                METRICS.lags.inc();
                self.hear(&Broadcast::Missed).cloned()
            }
            Err(RecvError::Closed) => Some(self.end()),
        }
    }

    /// What there is to send for a ring of the bell.
    pub(crate) fn hear<'a>(&mut self, broadcast: &'a Broadcast) -> Option<&'a Bytes> {
        match broadcast {
            Broadcast::Control(bytes) => {
                self.metrics.flush();
                Some(bytes)
            }
            Broadcast::Event(event) if event.seq <= self.seq => None,
            Broadcast::Event(event) => {
                if self.subscriber.is_gapless() && event.seq.0 != self.seq.0 + 1 {
                    self.state = State::Reading;
                    return None;
                }
                self.take(event)
            }
            Broadcast::Missed => {
                self.state = State::Reading;
                None
            }
        }
    }
}
