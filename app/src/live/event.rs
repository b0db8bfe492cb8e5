//! An event of the stream. It is decoded once, where it comes in; everything behind
//! is typed.

use crate::json;
use delivery::{Control, ControlKind, Cursor, LocalTime, Seq};
use domain::events::{Event, EventKind};
use serde::{Deserialize, Serialize};
use std::collections::BinaryHeap;
use strum::VariantArray;

/// What a stream tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StreamEvent {
    /// An event of the log, and its place there.
    Log(Cursor, Event),
    /// Something about the stream itself.
    Control(Control),
}

impl StreamEvent {
    /// What the server's clock showed, where the event says so.
    pub fn clock(&self) -> Option<LocalTime> {
        let (time, offset) = match self {
            Self::Control(Control::Hello(hello)) => (hello.time, hello.offset),
            Self::Control(Control::Tick(tick)) => (tick.time, tick.offset),
            Self::Control(Control::Reset(_) | Control::Presence(_) | Control::Over(_))
            | Self::Log(..) => return None,
        };
        Some(LocalTime { time, offset })
    }
}

/// An event as the browser hands it over, and as a page passes it on to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawEvent {
    /// Its name.
    pub name: String,
    /// The browser's last event id: the event's own, or that of the last event
    /// that had one.
    pub last_id: String,
    /// Its data.
    pub data: String,
}

impl RawEvent {
    /// The names of all events: an `EventSource` hands over only those that it was
    /// asked for.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let log = EventKind::VARIANTS.iter().map(|kind| kind.as_str());
        log.chain(ControlKind::VARIANTS.iter().map(|kind| kind.as_str()))
    }

    /// What the event tells; `None` if it comes from a newer server than the page.
    pub fn decode(&self) -> Option<StreamEvent> {
        if let Ok(kind) = self.name.parse::<EventKind>() {
            let event = json::read_as(kind, &self.data).ok()?;
            return Some(StreamEvent::Log(self.last_id.parse().ok()?, event));
        }
        let kind: ControlKind = self.name.parse().ok()?;
        let control = json::read_as(kind, &self.data).ok()?;
        Some(StreamEvent::Control(control))
    }

    /// Where the event stands among others that wait. A control event carries the id
    /// of the log's event before it, and comes after that one.
    fn place(&self) -> (Seq, bool) {
        let cursor = self.last_id.parse::<Cursor>();
        let is_control = self.name.parse::<EventKind>().is_err();
        (cursor.map_or(Seq(0), |cursor| cursor.seq), is_control)
    }
}

/// Brings events that wait together into the order in which they were sent: gloo-net
/// keeps a queue for each name.
pub fn in_order_sent(events: Vec<RawEvent>) -> Vec<RawEvent> {
    let places = events.iter().map(RawEvent::place).zip(0..);
    // What `sort` is made of would be some kilobytes more to load.
    let places = places.collect::<BinaryHeap<(_, usize)>>().into_sorted_vec();
    let mut events: Vec<_> = events.into_iter().map(Some).collect();
    let in_order = places.into_iter();
    in_order
        .filter_map(|(_, index)| events.get_mut(index)?.take())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::control::Reset;

    fn raw(name: &str, last_id: &str) -> RawEvent {
        RawEvent {
            name: name.to_owned(),
            last_id: last_id.to_owned(),
            data: String::new(),
        }
    }

    #[test]
    fn events_of_several_queues_come_in_the_order_sent() {
        let events = vec![
            raw("order", "0000000a:3"),
            raw("order", "0000000a:10"),
            raw("finish", "0000000a:4"),
            raw("finish", "0000000a:11"),
            raw("hello", ""),
            raw("tick", "0000000a:4"),
        ];
        let events = in_order_sent(events);
        let names = events.iter().map(|e| (e.name.as_str(), e.last_id.as_str()));
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

    #[test]
    fn every_event_has_a_name_of_its_own() {
        let mut names: Vec<_> = RawEvent::names().collect();
        assert!(
            names.contains(&"psh") && names.contains(&"over"),
            "{names:?}"
        );
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn what_cannot_be_understood_is_passed_over() {
        for name in RawEvent::names().chain(["novelty"]) {
            let event = RawEvent {
                data: "\"nonsense\"".to_owned(),
                ..raw(name, "0000000a:6")
            };
            assert_eq!(event.decode(), None, "{name}");
        }
    }

    #[test]
    fn a_control_event_needs_no_place_in_the_log() {
        let head = "0000000a:6".parse().unwrap();
        let reset = Control::Reset(Reset { head });
        let event = RawEvent {
            data: reset.data(),
            ..raw("reset", "")
        };
        assert_eq!(event.decode(), Some(StreamEvent::Control(reset)));
    }
}
