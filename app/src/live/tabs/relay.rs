//! What a page that is followed passes on to its followers.

use crate::live::{event::RawEvent, state::ConnectionState};
use delivery::Cursor;
use serde::{Deserialize, Serialize};
use std::{cell::Cell, rc::Rc};

/// What is passed on, and by whom.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Relayed {
    /// The page that holds the stream.
    pub leader: u64,
    /// What it passes on.
    pub news: News,
}

/// What followers are told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum News {
    /// How the connection is, and up to where the leader knows the log.
    State {
        /// How the connection is.
        state: ConnectionState,
        /// The last event of the log that the leader knows.
        cursor: Option<Cursor>,
    },
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
        News::State {
            state: self.state.get(),
            cursor: (self.cursor)(),
        }
    }
}
