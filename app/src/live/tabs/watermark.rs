//! Up to where a stream is complete.

use crate::live::event::StreamEvent;
use delivery::{Control, Cursor, Seq};

/// The last event of the log up to which nothing is missing; nothing is known
/// before the stream's first tick.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Watermark(Option<Seq>);

impl Watermark {
    /// Everything up to there is known.
    pub fn at(cursor: Option<Cursor>) -> Self {
        Self(cursor.map(|cursor| cursor.seq))
    }

    /// Takes in an event of the stream.
    pub fn note(&mut self, event: &StreamEvent) {
        match event {
            StreamEvent::Log(cursor, _) => {
                self.0 = self.0.map(|known| known.max(cursor.seq));
            }
            // Before it come the messages that waited, which are older.
            StreamEvent::Control(Control::Tick(tick)) => {
                self.0 = self.0.max(Some(tick.head.seq));
            }
            // What follows is of another place in the log, and maybe another log.
            StreamEvent::Control(Control::Reset(_)) => self.0 = None,
            StreamEvent::Control(Control::Hello(_) | Control::Presence(_) | Control::Over(_)) => {}
        }
    }

    /// Whether this stream has delivered all that the other one has.
    pub fn covers(self, other: Self) -> bool {
        other.0.is_some() && self.0 >= other.0
    }
}

#[cfg(test)]
#[path = "watermark_tests.rs"]
mod tests;
