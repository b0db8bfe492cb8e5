//! What a stream may tell: what the back office sees, or one order's progress.

use super::{
    frame,
    hub::{Hub, Ring},
    messages::Messages,
};
use bytes::Bytes;
use domain::{
    cursor::Seq,
    event::{Audience, Event, EventName},
    order::OrderId,
    ports::{Store, Unavailable},
    time::Timestamp,
    user::User,
};
use tokio::sync::broadcast;

/// How many events are read from the log at a time.
const PAGE: u32 = 256;

/// Whose stream it is, and so what it tells.
pub(crate) enum Feed {
    /// An administrator's: everything that is for the user.
    Desk {
        user: User,
        /// Notes which messages the user got.
        messages: Messages,
    },
    /// A customer's: the progress of one order.
    Order(OrderId),
}

/// An event as this feed tells it.
pub(crate) struct Told {
    pub(crate) seq: Seq,
    /// The bytes to send; `None` where it is not for this reader.
    pub(crate) bytes: Option<Bytes>,
    /// Whether nothing will ever follow.
    pub(crate) last: bool,
}

impl Feed {
    /// Listens for what this feed is about, from now on.
    pub(crate) fn listen(&self, hub: &Hub) -> broadcast::Receiver<Ring> {
        match self {
            Self::Desk { .. } => hub.listen(),
            Self::Order(order) => hub.follow(*order),
        }
    }

    /// Whether the next event always has the next number, so that a missing
    /// number is a missing event.
    pub(crate) fn is_gapless(&self) -> bool {
        matches!(self, Self::Desk { .. })
    }

    /// The next events of the log after `seq`; fewer than a page are all.
    pub(crate) async fn read(
        &self,
        store: &dyn Store,
        seq: Seq,
    ) -> Result<(Vec<Event>, bool), Unavailable> {
        let events = match self {
            Self::Desk { .. } => store.after(seq, PAGE).await?,
            Self::Order(order) => store.progress_after(*order, seq, PAGE).await?,
        };
        let more = events.len() == PAGE as usize;
        Ok((events, more))
    }

    /// An event of the log, as this feed tells it.
    pub(crate) fn tell(&self, hub: &Hub, event: &Event, now: Timestamp) -> Told {
        let id = hub.cursor(event.seq);
        let name = event.name.as_str();
        let expired = event.expires_at.is_some_and(|end| end <= now);
        let (bytes, last) = match self {
            Self::Desk { .. } if expired || !self.includes(event.audience) => (None, false),
            Self::Desk { .. } => {
                self.note(event.name, event.seq);
                (Some(frame::event(name, id, &event.data)), false)
            }
            Self::Order(_) => match &event.progress {
                Some(progress) => (Some(frame::event(name, id, &progress.data)), progress.last),
                None => (None, false),
            },
        };
        Told {
            seq: event.seq,
            bytes,
            last,
        }
    }

    /// Whether an event of that audience is for this reader. Of an order's
    /// events, its followers get their own version.
    pub(crate) fn includes(&self, audience: Audience) -> bool {
        match self {
            Self::Desk { user, .. } => audience.includes(user.id),
            Self::Order(_) => true,
        }
    }

    /// Notes that the reader got an event.
    pub(crate) fn note(&self, name: EventName, seq: Seq) {
        if let (Self::Desk { user, messages }, EventName::Psh) = (self, name) {
            messages.got(user.id, seq);
        }
    }
}
