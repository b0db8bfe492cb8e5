//! What the page asks of its stream's owner, and what it is told.

use super::{heard::Message, link::Link};

/// Which stream to hold.
pub struct Feed {
    /// Where it is.
    pub url: String,
    /// Whether it belongs to a session: the session may end, and the server
    /// wants to know when the page goes.
    pub signed_in: bool,
}

/// What the owner tells the page.
pub enum Told {
    /// An event. The page may answer that it was the last that it wants.
    Message(Message),
    /// The connection's state.
    Link(Link),
}
