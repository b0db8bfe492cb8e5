//! What a stream may tell: what the back office sees, or one order's progress.

use super::{
    frame,
    hub::{Hub, Ring, RungEvent},
    messages::Messages,
    sync::broadcast,
};
use bytes::{Bytes, BytesMut};
use domain::{
    cursor::Seq,
    event::EventName,
    order::OrderId,
    ports::{Calendar, EventLog, ReadError, Unavailable},
    user::User,
};
use std::sync::Arc;

/// How many events are read, and sent in one piece, at a time.
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

impl Feed {
    /// What kind of stream it is, in a word.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Desk { .. } => "desk",
            Self::Order(_) => "order",
        }
    }

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

    /// From where a reader goes on that knows nothing, or nothing that is of use:
    /// the back office is shown as it is now, and an order's story is told anew.
    pub(crate) fn beginning(&self, hub: &Hub, head: Seq) -> Seq {
        match self {
            Self::Desk { .. } => head,
            Self::Order(_) => hub.pruned(),
        }
    }

    /// What comes before the events after `seq`: the messages that waited for
    /// the reader, and its cursor.
    ///
    /// # Errors
    /// The store did not answer.
    pub(crate) async fn lead_in(
        &self,
        hub: &Hub,
        log: &dyn EventLog,
        seq: Seq,
    ) -> Result<Bytes, Unavailable> {
        let mut bytes = BytesMut::new();
        if let Self::Desk { user, messages } = self {
            let until = hub.last_message(seq);
            for message in messages.missed(log, user.id, until).await? {
                bytes.extend_from_slice(&hub.encode(&message).bytes);
                self.note(message.name, message.seq);
            }
        }
        bytes.extend_from_slice(&frame::place(hub.cursor(seq)));
        Ok(bytes.freeze())
    }

    /// The next events after `seq`, from memory where they are recent, and
    /// whether there may be more.
    ///
    /// # Errors
    /// They are not kept any more, or the store did not answer.
    pub(crate) async fn read(
        &self,
        hub: &Hub,
        log: &dyn EventLog,
        seq: Seq,
    ) -> Result<(Vec<Arc<RungEvent>>, bool), ReadError> {
        let events: Vec<_> = match self {
            Self::Desk { .. } => match hub.recent(seq, PAGE as usize) {
                Some(recent) => recent,
                None => {
                    let page = log.after(seq, PAGE).await?;
                    page.iter().map(|event| hub.encode(event)).collect()
                }
            },
            Self::Order(order) => {
                let page = log.progress_after(*order, seq, PAGE).await?;
                let told = page.iter().filter_map(|event| hub.encode_progress(event));
                told.collect()
            }
        };
        let more = events.len() == PAGE as usize;
        Ok((events, more))
    }

    /// The bytes to send for an event; `None` where it is not for this reader,
    /// or its time is over.
    pub(crate) fn tell(&self, event: &RungEvent, calendar: &dyn Calendar) -> Option<Bytes> {
        let is_over = event.expires_at.is_some_and(|end| end <= calendar.now());
        let is_for_reader = match self {
            Self::Desk { user, .. } => event.audience.includes(user.id),
            // An order's followers get their own version of its events.
            Self::Order(_) => true,
        };
        if is_over || !is_for_reader {
            return None;
        }
        self.note(event.name, event.seq);
        Some(event.bytes.clone())
    }

    /// Notes that the reader got an event.
    fn note(&self, name: EventName, seq: Seq) {
        if let (Self::Desk { user, messages }, EventName::Psh) = (self, name) {
            messages.got(user.id, seq);
        }
    }
}
