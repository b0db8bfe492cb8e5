//! An event as the page understands it.

use delivery::{
    Cursor, Seq,
    control::{Hello, Over, Presence, Reset, Tick},
};
use domain::{
    messages::Push,
    orders::{Order, OrderChanged},
};
use serde::{Deserialize, Serialize};

/// The events that the page listens to: gloo-net takes one name at a time.
pub const NAMES: [&str; 9] = [
    "order", "change", "finish", "psh", "hello", "tick", "reset", "presence", "over",
];

/// An event of the stream, as the browser hands it over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// The browser's last event id: the event's own, or that of the last event
    /// that had one.
    pub last_id: String,
    /// Its data.
    pub data: String,
}

/// An event, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A customer placed an order.
    Order(Box<Order>),
    /// An order changed otherwise.
    Change(Box<OrderChanged>),
    /// An order was finished.
    Finish(Box<OrderChanged>),
    /// Somebody sent a message.
    Psh(Push),
    /// The stream opened.
    Hello(Hello),
    /// Time passed.
    Tick(Tick),
    /// Everything has to be read anew.
    Reset(Reset),
    /// Somebody came or went.
    Presence(Presence),
    /// An administrator ended the stream.
    Over(Over),
}

impl Message {
    /// Understands the event; `None` if it is of a newer server than the page.
    pub fn understand(&self) -> Option<Heard> {
        fn parse<'a, T: Deserialize<'a>>(data: &'a str) -> Option<T> {
            serde_json::from_str(data).ok()
        }
        let data = self.data.as_str();
        match self.name.as_str() {
            "order" => parse(data).map(Heard::Order),
            "change" => parse(data).map(Heard::Change),
            "finish" => parse(data).map(Heard::Finish),
            "psh" => parse(data).map(Heard::Psh),
            "hello" => parse(data).map(Heard::Hello),
            "tick" => parse(data).map(Heard::Tick),
            "reset" => parse(data).map(Heard::Reset),
            "presence" => parse(data).map(Heard::Presence),
            "over" => parse(data).map(Heard::Over),
            _ => None,
        }
    }

    /// The place in the log that `last_id` names.
    pub fn cursor(&self) -> Option<Cursor> {
        self.last_id.parse().ok()
    }
}

/// The order in which messages that wait together were sent: by their place in
/// the log, since each name has a queue of its own. Words of the stream about
/// itself carry the id of the event before them, and come after it.
pub fn in_order_sent(messages: &mut [Message]) {
    let seq = |message: &Message| message.cursor().map_or(Seq(0), |cursor| cursor.seq);
    messages.sort_by_key(|message| {
        let is_word = !matches!(message.name.as_str(), "order" | "change" | "finish" | "psh");
        (seq(message), is_word)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(name: &str, last_id: &str) -> Message {
        Message {
            name: name.to_owned(),
            last_id: last_id.to_owned(),
            data: String::new(),
        }
    }

    #[test]
    fn events_of_several_queues_come_in_the_order_sent() {
        let mut messages = [
            message("order", "0000000a:3"),
            message("order", "0000000a:10"),
            message("finish", "0000000a:4"),
            message("finish", "0000000a:11"),
            message("hello", ""),
            message("tick", "0000000a:4"),
        ];
        in_order_sent(&mut messages);
        let names = messages
            .iter()
            .map(|m| (m.name.as_str(), m.last_id.as_str()));
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                ("hello", ""),
                ("order", "0000000a:3"),
                ("finish", "0000000a:4"),
                ("tick", "0000000a:4"),
                ("order", "0000000a:10"),
                ("finish", "0000000a:11"),
            ]
        );
    }
}
