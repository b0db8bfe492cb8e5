//! What the page asks of its stream's owner, and what it is told.

use super::{heard::Message, link::Link};

/// Which stream to hold.
pub struct Feed {
    /// Where it is.
    pub url: String,
    /// Whose session it belongs to, if any: the session may end, the server wants
    /// to know when the page goes, and the user's pages may share a stream.
    pub user: Option<String>,
}

/// What the owner tells the page.
pub enum Told {
    /// An event. The page may answer that it was the last that it wants.
    Message(Message),
    /// The connection's state.
    Link(Link),
}
