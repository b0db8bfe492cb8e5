//! A log made audible: lossless streams of server-sent events (WHATWG HTML,
//! section 9.2) over anything that can be read in order.
//!
//! The log is the truth, the channel is a doorbell: what a reader must learn of
//! is written to a [`Log`] first, and only then rung for. Whoever did not hear
//! the bell reads the log.

pub mod control;
pub mod cursor;
pub mod event;
pub mod history;
pub mod time;

#[cfg(feature = "server")]
pub mod log;

pub use control::{Control, ControlKind};
pub use cursor::{Cursor, Epoch, Seq};
pub use event::{Audience, Event, NewEvent, ReaderId, TopicEvent, TopicId};
pub use history::{History, Run};
pub use time::{Clock, LocalTime, Timestamp};

#[cfg(feature = "server")]
pub use log::{Doorbell, Extent, Log, LogError};
