//! How a stream begins.

use super::{start::Start, subscriber::Subscriber};
use crate::{
    Control, LogError, Seq,
    control::{Hello, Reset},
    encode,
    metrics::METRICS,
    presence::Registration,
};
use bytes::{Bytes, BytesMut};

/// What a stream says first, and after which event it reads on.
pub(super) struct Preamble {
    pub(super) bytes: Bytes,
    pub(super) seq: Seq,
}

impl Preamble {
    /// Greets, says from where the stream goes on, and hands over the events that
    /// waited. The reader comes back after `retry` milliseconds.
    ///
    /// # Errors
    /// The log can't be read.
    pub(super) async fn new(
        subscriber: &Subscriber,
        start: Start,
        registration: &Registration,
        retry: u32,
    ) -> Result<Self, LogError> {
        let source = &subscriber.source;
        let head = source.hub.head();
        let now = source.clock.local_now();
        let mut bytes = BytesMut::from(encode::OPENING_COMMENT);
        bytes.extend_from_slice(&encode::retry(retry));
        bytes.extend_from_slice(&encode::control(&Control::Hello(Hello {
            stream: registration.stream().to_owned(),
            head,
            user: registration.reader().map(str::to_owned),
            heartbeat: registration.heartbeat(),
            retry,
            time: now.time,
            offset: now.offset,
        })));
        let seq = match start {
            Start::After(seq) | Start::Resume(seq) => seq,
            Start::Now => subscriber.beginning(head.seq),
            Start::Reset => {
                METRICS.resets.inc();
                bytes.extend_from_slice(&encode::control(&Control::Reset(Reset { head })));
                subscriber.beginning(head.seq)
            }
        };
        let lead_in = match start {
            Start::Resume(_) => encode::cursor(source.hub.cursor(seq)),
            _ => subscriber.lead_in(seq).await?,
        };
        bytes.extend_from_slice(&lead_in);
        Ok(Self {
            bytes: bytes.freeze(),
            seq,
        })
    }
}
