//! Streams of plain connections, many by one task.
//!
//! An open stream over HTTP/1.1 is a socket into which chunks are written. Once its answer
//! has begun, the stream and its socket can leave the server of HTTP for a shard: see
//! [`crate::stream::Handover`]. There a stream takes no task, no buffer and no place in a
//! channel, and nothing is woken for it by an event: its shard hears the event, and writes it
//! to each socket in turn.
//!
//! A stream that is behind (its socket is full, or it has to read the log) tells by
//! itself, just as it would in the body of an answer, and is followed by its shard again
//! when it has caught up. So does one that follows a topic, always: it hears little.
//!
//! | module | what it does |
//! |---|---|
//! | `worker` | the task |
//! | `socket` | a stream and its socket |
//! | `round` | what a shard heard at once |
//! | `chunk` | the framing of HTTP/1.1 |

mod chunk;
mod round;
mod socket;
#[cfg(test)]
mod tests;
mod worker;

pub use worker::{Shard, Shards, shards};
