#![cfg_attr(feature = "server", doc = include_str!("../README.md"))]
//!
//! # Modules
//!
//! | module | what it does |
//! |---|---|
//! | [`event`], [`control`] | what streams tell: of the log, and of themselves |
//! | [`cursor`], [`history`] | from where a reader reads on, and whose cursors are of this log |
//! | [`json`] | reading JSON whose kind is told beside it |
//! | [`time`] | points in time, and the clock that tells them |
#![cfg_attr(
    feature = "server",
    doc = "| [`log`] | the ports: the log that is read, and the bell that is rung for it |
| [`encode`] | events as bytes |
| [`hub`] | the doorbell: hands encoded events to the open streams |
| [`subscription`] | what a stream tells, and to whom |
| [`stream`] | one stream, from where its reader starts to its end, and as an answer of axum |
| [`shard`] | streams of plain connections, many by one task |
| [`heartbeat`] | ticks, and word of who is there |
| [`presence`] | which streams are open, whose, since when; ending one |
| [`admission`] | how many streams there may be, and tickets that open one |
| [`metrics`] | what is counted, for Prometheus |"
)]

pub mod control;
pub mod cursor;
pub mod event;
pub mod history;
pub mod json;
pub mod subnet;
pub mod time;

#[cfg(feature = "server")]
pub mod admission;
#[cfg(feature = "server")]
pub mod encode;
#[cfg(feature = "server")]
pub mod heartbeat;
#[cfg(feature = "server")]
pub mod hub;
#[cfg(feature = "server")]
pub mod log;
#[cfg(feature = "server")]
pub mod metrics;
#[cfg(feature = "server")]
pub mod presence;
#[cfg(feature = "server")]
pub mod shard;
#[cfg(feature = "server")]
pub mod stream;
#[cfg(feature = "server")]
pub mod subscription;
#[cfg(feature = "server")]
mod sync;
#[cfg(test)]
#[cfg(feature = "server")]
mod testing;

pub use control::{Control, ControlKind};
pub use cursor::{Cursor, Epoch, Seq};
pub use event::{Audience, Event, NewEvent, ReaderId, TopicEvent, TopicId};
pub use history::{History, Incarnation};
pub use subnet::subnet;
pub use time::{Clock, LocalTime, Timestamp};

#[cfg(feature = "server")]
pub use self::{
    admission::{LimitOptions, Permit, StreamLimits, Tickets, TooManyStreams},
    hub::{Broadcast, EncodedEvent, Hub},
    log::{Doorbell, Extent, Log, LogError},
    presence::{Connection, NewConnection, Reader, Registration, StreamRegistry},
    stream::{EventStream, OpenError, Source, Start, event_stream_response, last_event_id},
    subscription::{Subscription, Topic, WholeLog},
    time::SystemClock,
};
/// For implementing [`Log`] and [`Subscription`].
#[cfg(feature = "server")]
pub use async_trait::async_trait;
