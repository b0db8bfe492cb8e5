//! One `EventSource`, from opening to end. Dropping it closes it.

use super::watchdog::Watchdog;
use crate::live::{
    event::{RawEvent, StreamEvent, in_order_sent},
    tabs::watermark::Watermark,
};
use delivery::{Control, control::Hello};
use futures::{FutureExt, StreamExt, select, stream::SelectAll};
use gloo_net::eventsource::{
    EventSourceError, State,
    futures::{EventSource, EventSourceSubscription},
};
use web_sys::MessageEvent;

pub(super) struct Stream {
    messages: SelectAll<EventSourceSubscription>,
    // After its subscriptions: closing it tells them of an error.
    source: EventSource,
    watchdog: Watchdog,
    hello: Option<Hello>,
    watermark: Watermark,
}

impl Stream {
    /// Opens a stream; `None` if the browser does not.
    pub(super) fn open(url: &str) -> Option<Self> {
        let mut source = EventSource::new(url).ok()?;
        let subscriptions = RawEvent::names().map(|name| source.subscribe(name));
        let subscriptions: Vec<_> = subscriptions.collect::<Result<_, _>>().ok()?;
        Some(Self {
            messages: futures::stream::select_all(subscriptions),
            source,
            watchdog: Watchdog::new(),
            hello: None,
            watermark: Watermark::default(),
        })
    }

    /// What comes next, in the order sent, raw and decoded; `None` if the stream
    /// broke, fell silent, or could not be opened.
    pub(super) async fn next(&mut self) -> Option<Vec<(RawEvent, StreamEvent)>> {
        loop {
            select! {
                first = self.messages.next() => {
                    let waiting = in_order_sent(take_waiting(first, &mut self.messages)?);
                    self.watchdog.reset();
                    let decode = |raw: RawEvent| raw.decode().map(|event| (raw, event));
                    let events: Vec<_> = waiting.into_iter().filter_map(decode).collect();
                    events.iter().for_each(|(_, event)| self.note(event));
                    return Some(events);
                }
                is_silent = self.watchdog.is_silent().fuse() => {
                    let is_broken = self.hello.is_some() && self.source.state() != State::Open;
                    if is_silent || is_broken {
                        return None;
                    }
                }
            }
        }
    }

    /// Keeps what is to be known of the stream itself.
    fn note(&mut self, event: &StreamEvent) {
        self.watermark.note(event);
        if let StreamEvent::Control(Control::Hello(hello)) = event {
            self.watchdog.expect_every(hello.heartbeat);
            self.hello = Some(hello.clone());
        }
    }

    /// What it said of itself, once it has.
    pub(super) fn hello(&self) -> Option<&Hello> {
        self.hello.as_ref()
    }

    /// Up to where it is complete.
    pub(super) fn watermark(&self) -> Watermark {
        self.watermark
    }
}

type Item = Result<(String, MessageEvent), EventSourceError>;

/// The message that came, and those that wait behind it in any queue.
fn take_waiting(
    first: Option<Item>,
    messages: &mut SelectAll<EventSourceSubscription>,
) -> Option<Vec<RawEvent>> {
    let mut waiting = Vec::new();
    let mut next = Some(first);
    while let Some(item) = next {
        let (name, event) = item?.ok()?;
        waiting.push(RawEvent {
            name,
            last_id: event.last_event_id(),
            data: event.data().as_string().unwrap_or_default(),
        });
        next = messages.next().now_or_never();
    }
    Some(waiting)
}
