//! One `EventSource`, from opening to end. Dropping it closes it.

use super::{
    heard::{Heard, Message, NAMES, in_order_sent},
    reach::Reach,
    watchdog::Watchdog,
};
use delivery::control::Hello;
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
    reach: Reach,
}

impl Stream {
    /// Opens a stream; `None` if the browser does not.
    pub(super) fn open(url: &str) -> Option<Self> {
        let mut source = EventSource::new(url).ok()?;
        let subscriptions: Result<Vec<_>, _> = NAMES
            .map(|name| source.subscribe(name))
            .into_iter()
            .collect();
        Some(Self {
            messages: futures::stream::select_all(subscriptions.ok()?),
            source,
            watchdog: Watchdog::new(),
            hello: None,
            reach: Reach::default(),
        })
    }

    /// What comes next, in the order sent; `None` if it broke, fell silent, or
    /// could not be opened.
    pub(super) async fn next(&mut self) -> Option<Vec<Message>> {
        loop {
            select! {
                first = self.messages.next() => {
                    let mut waiting = take_waiting(first, &mut self.messages)?;
                    self.watchdog.heard();
                    in_order_sent(&mut waiting);
                    waiting.iter().for_each(|message| self.note(message));
                    return Some(waiting);
                }
                is_silent = self.watchdog.look().fuse() => {
                    let is_broken = self.hello.is_some() && self.source.state() != State::Open;
                    if is_silent || is_broken {
                        return None;
                    }
                }
            }
        }
    }

    /// Keeps what is to be known of the stream itself.
    fn note(&mut self, message: &Message) {
        self.reach.hear(message);
        if message.name == "hello"
            && let Some(Heard::Hello(hello)) = message.understand()
        {
            self.watchdog.expect_every(hello.heartbeat);
            self.hello = Some(hello);
        }
    }

    /// What it said of itself, once it has.
    pub(super) fn hello(&self) -> Option<&Hello> {
        self.hello.as_ref()
    }

    /// Up to where it has told everything.
    pub(super) fn reach(&self) -> Reach {
        self.reach
    }
}

type Item = Result<(String, MessageEvent), EventSourceError>;

/// The message that came, and those that wait behind it: gloo-net keeps a queue
/// for each name, so the order among them has to be found again.
fn take_waiting(
    first: Option<Item>,
    messages: &mut SelectAll<EventSourceSubscription>,
) -> Option<Vec<Message>> {
    let mut waiting = Vec::new();
    let mut next = Some(first);
    while let Some(item) = next {
        let (name, event) = item?.ok()?;
        waiting.push(Message {
            name,
            last_id: event.last_event_id(),
            data: event.data().as_string().unwrap_or_default(),
        });
        next = messages.next().now_or_never();
    }
    Some(waiting)
}
