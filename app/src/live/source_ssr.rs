//! On the server there is no stream to hold: same names, nothing done.

use super::{heard::Message, link::Link};
use domain::cursor::Cursor;
use std::ops::ControlFlow;

/// See the browser's `source`.
pub struct Feed {
    /// Where the stream is.
    pub url: String,
    /// Whether it belongs to a session.
    pub signed_in: bool,
}

/// See the browser's `source`.
pub enum Signal {
    /// An event.
    Message(Message),
    /// The connection's state.
    Link(Link),
}

/// See the browser's `source`.
pub fn hold(
    _: Feed,
    _: impl Fn() -> Option<Cursor> + 'static,
    _: impl Fn(Signal) -> ControlFlow<()> + 'static,
) {
}
