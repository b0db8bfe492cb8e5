//! How a stream leaves the body of its answer.

use super::event_stream::EventStream;
use parking_lot::Mutex;
use std::sync::Arc;

/// Stands among the extensions of an answer that is an [`EventStream`]. Whoever owns the
/// connection may want the stream: the body then says how the stream begins, and after
/// that never anything again, nor that it has ended. When all of it was written, what the
/// stream has to tell is for [`crate::shard::Shards::enter`].
///
/// Only for HTTP/1.1, whose answers of unknown length come in chunks.
#[derive(Clone, Default)]
pub struct Handover(Arc<Mutex<State>>);

#[derive(Default)]
enum State {
    /// The body keeps it.
    #[default]
    Unwanted,
    Wanted,
    /// It has left the body.
    Left(Box<EventStream>),
}

impl Handover {
    /// Asks for the stream.
    pub fn want(&self) {
        *self.0.lock() = State::Wanted;
    }

    /// The stream, once, if it has left the body.
    pub fn take(&self) -> Option<EventStream> {
        let mut state = self.0.lock();
        match std::mem::take(&mut *state) {
            State::Left(stream) => Some(*stream),
            other => {
                *state = other;
                None
            }
        }
    }

    /// Whether somebody asked for it.
    pub(crate) fn is_wanted(&self) -> bool {
        matches!(*self.0.lock(), State::Wanted)
    }

    /// Gives the stream away.
    pub(crate) fn leave(&self, stream: EventStream) {
        *self.0.lock() = State::Left(Box::new(stream));
    }
}
