//! How a stream begins.

use super::{feed::Feed, frame, hub::Hub, registry::Registration};
use crate::metrics::METRICS;
use bytes::{Bytes, BytesMut};
use domain::{
    cursor::Seq,
    event::{Hello, Reset},
    ports::{Calendar, EventLog, Unavailable},
};
use std::sync::Arc;

/// From where a reader wants to read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// From now.
    Now,
    /// After an event of this log, up to which the reader knows the orders.
    After(Seq),
    /// After an event of this log that a stream told, and with it all messages
    /// that had waited.
    Resume(Seq),
    /// From a place that this log does not have: everything has to be read anew.
    Reset,
}

/// What streams tell of.
#[derive(Clone)]
pub(crate) struct Source {
    pub(crate) log: Arc<dyn EventLog>,
    pub(crate) calendar: Arc<dyn Calendar>,
    pub(crate) hub: Hub,
}

/// What a stream says first, and after which event it reads on.
pub(super) struct Opening {
    pub(super) bytes: Bytes,
    pub(super) seq: Seq,
}

impl Opening {
    /// Greets, says from where it goes on, and hands over the messages that
    /// waited. The reader comes back after `retry` milliseconds.
    ///
    /// # Errors
    /// The log can't be read.
    pub(super) async fn new(
        source: &Source,
        feed: &Feed,
        start: Start,
        registration: &Registration,
        retry: u32,
    ) -> Result<Self, Unavailable> {
        let Source { log, calendar, hub } = source;
        let head = hub.head();
        let clock = calendar.clock(calendar.now());
        let mut bytes = BytesMut::from(frame::OPENING);
        bytes.extend_from_slice(&frame::retry(retry));
        bytes.extend_from_slice(&frame::word(
            "hello",
            &Hello {
                stream: registration.stream().to_owned(),
                head,
                user: registration.user().map(str::to_owned),
                heartbeat: registration.heartbeat(),
                retry,
                time: clock.time,
                offset: clock.offset,
            },
        ));
        let seq = match start {
            Start::After(seq) | Start::Resume(seq) => seq,
            Start::Now => feed.beginning(hub, head.seq),
            Start::Reset => {
                METRICS.resets.inc();
                bytes.extend_from_slice(&frame::word("reset", &Reset { head }));
                feed.beginning(hub, head.seq)
            }
        };
        let lead_in = match start {
            Start::Resume(_) => frame::place(hub.cursor(seq)),
            _ => feed.lead_in(hub, &**log, seq).await?,
        };
        bytes.extend_from_slice(&lead_in);
        Ok(Self {
            bytes: bytes.freeze(),
            seq,
        })
    }
}
