//! What a page that is followed passes on to its followers.

use crate::live::{event::RawEvent, state::ConnectionState};
use delivery::Cursor;
use serde::{Deserialize, Serialize};
use std::{cell::Cell, rc::Rc};

/// Which page passes something on, and what.
pub type Relayed = (u64, News);

/// What followers get.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum News {
    /// How the connection is, and the last event of the log that the leader knows.
    State(ConnectionState, Option<Cursor>),
    /// An event.
    Event(RawEvent),
}

/// What a page knows, for those that begin to follow it.
#[derive(Clone)]
pub struct PageStatus {
    /// How its connection is.
    pub state: Rc<Cell<ConnectionState>>,
    /// The last event of the log that it knows.
    pub cursor: Rc<dyn Fn() -> Option<Cursor>>,
}

impl PageStatus {
    /// The status as it is now.
    pub fn news(&self) -> News {
        News::State(self.state.get(), (self.cursor)())
    }
}
