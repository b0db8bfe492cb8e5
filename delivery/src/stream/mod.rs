//! One stream: what its reader missed, from memory or the log; then what rings.
//!
//! It listens before it reads, and skips what it has sent, so nothing falls
//! between. Where the doorbell was missed (the reader was too slow, or a number
//! is missing) it reads again. Where what it needs was pruned meanwhile, it says
//! `reset`.

mod closing;
mod event_stream;
mod followed;
mod handover;
mod hearing;
mod preamble;
pub mod response;
pub mod source;
pub mod start;
mod subscriber;
#[cfg(test)]
mod subscriber_tests;
#[cfg(test)]
mod tests;

pub use event_stream::EventStream;
pub use handover::Handover;
pub use response::{OpenError, event_stream_response, last_event_id};
pub use source::Source;
pub use start::Start;
