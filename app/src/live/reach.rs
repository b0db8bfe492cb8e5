//! Up to where a stream has told everything.

use super::heard::{Heard, Message};
use delivery::{Cursor, Seq};

/// The last event of the log up to which nothing is missing; nothing is known
/// before the stream's first tick.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Reach(Option<Seq>);

impl Reach {
    /// Everything up to there is known.
    pub fn at(cursor: Option<Cursor>) -> Self {
        Self(cursor.map(|cursor| cursor.seq))
    }

    /// Takes in what the stream tells.
    pub fn hear(&mut self, message: &Message) {
        match message.name.as_str() {
            // Before it come the messages that waited, which are older.
            "tick" => {
                if let Some(Heard::Tick(tick)) = message.understand() {
                    self.0 = self.0.max(Some(tick.head.seq));
                }
            }
            // What follows is of another place in the log, and maybe another log.
            "reset" => self.0 = None,
            "order" | "change" | "finish" | "psh" => {
                let seq = message.cursor().map(|cursor| cursor.seq);
                self.0 = self.0.map(|reach| seq.map_or(reach, |seq| reach.max(seq)));
            }
            _ => {}
        }
    }

    /// Whether this stream has told all that the other one has.
    pub fn covers(self, other: Self) -> bool {
        other.0.is_some() && self.0 >= other.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::{Epoch, control::Tick};
    use domain::Timestamp;

    fn cursor(seq: i64) -> Cursor {
        Cursor {
            epoch: Epoch(10),
            seq: Seq(seq),
        }
    }

    fn message(name: &str, seq: i64) -> Message {
        Message {
            name: name.to_owned(),
            last_id: cursor(seq).to_string(),
            data: String::new(),
        }
    }

    fn tick(head: i64) -> Message {
        let tick = Tick {
            head: cursor(head),
            time: Timestamp::from_millis(0),
            offset: 0,
        };
        Message {
            data: serde_json::to_string(&tick).unwrap(),
            ..message("tick", head)
        }
    }

    fn after(messages: &[Message]) -> Reach {
        let mut reach = Reach::default();
        for message in messages {
            reach.hear(message);
        }
        reach
    }

    fn at(seq: i64) -> Reach {
        Reach::at(Some(cursor(seq)))
    }

    #[test]
    fn nothing_is_covered_before_the_first_tick() {
        assert!(!after(&[]).covers(at(0)));
        // A message that waited, and an event: more may be on its way.
        let told = [message("psh", 3), message("order", 7)];
        assert!(!after(&told).covers(at(7)));
        assert!(after(&[&told[..], &[tick(7)]].concat()).covers(at(7)));
    }

    #[test]
    fn a_stream_covers_what_it_told_and_what_was_not_for_its_reader() {
        let told = [tick(7), message("order", 8)];
        assert!(after(&told).covers(at(8)));
        assert!(!after(&told).covers(at(9)));
        assert!(after(&[&told[..], &[tick(9)]].concat()).covers(at(9)));
    }

    #[test]
    fn after_a_reset_the_next_tick_says_where_a_stream_is() {
        let told = [tick(7), message("reset", 7)];
        assert!(!after(&told).covers(at(3)));
        assert!(after(&[&told[..], &[tick(3)]].concat()).covers(at(3)));
    }

    #[test]
    fn nobody_covers_a_stream_of_which_nothing_is_known() {
        assert!(!at(7).covers(Reach::default()));
    }
}
