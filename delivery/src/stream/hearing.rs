//! What an open stream makes of what the hub's channel has.

use super::event_stream::{EventStream, PIECE, State};
use crate::{
    hub::{Broadcast, EncodedEvent, heard},
    metrics::EndReason,
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
    pub(super) fn hear_all(&mut self, heard: Option<Broadcast>) -> Option<Bytes> {
        let Some(heard) = heard else {
            return Some(self.end());
        };
        let mut first = self.hear(&heard).cloned();
        let mut all = BytesMut::new();
        while self.is_listening()
            && all.len() < PIECE
            && let Some(heard) = self.channel.as_mut().and_then(heard::waiting)
        {
            if let Some(bytes) = self.hear(&heard) {
                all.extend_from_slice(&first.take().unwrap_or_default());
                all.extend_from_slice(bytes);
            }
        }
        first.or_else(|| (!all.is_empty()).then(|| all.freeze()))
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
