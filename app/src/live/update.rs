//! What a page asks of its connection, and what it gets.

use super::{event::StreamEvent, state::ConnectionState};

/// Which stream to keep open.
#[derive(Debug, Clone)]
pub struct StreamTarget {
    /// Where it is.
    pub url: String,
    /// Whose session it belongs to, if any: the session may end, the server wants
    /// to know when the page goes, and the user's pages may share a stream.
    pub user: Option<String>,
}

/// What the page gets from its connection.
pub enum Update {
    /// Something happened. The page may answer that it was the last that it wants.
    Event(StreamEvent),
    /// The connection's state is another.
    State(ConnectionState),
}
