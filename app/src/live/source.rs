//! The one owner of the page's one `EventSource`.
//!
//! One task opens it, hears it, and opens it anew for as long as the page
//! lives, always from the cursor of what the page knows. The browser's own way
//! of coming back is not used: it gives up for good after an answer that is not
//! 200, and does not say when it will try again.

use super::{
    backoff::Backoff,
    feed::{Feed, Told},
    heard::{Heard, Message, NAMES, in_order_sent},
    lifecycle::{self, Wish},
    link::Link,
    refusal::{self, Refusal},
};
use domain::{cursor::Cursor, event::Hello, time::Timestamp};
use futures::{FutureExt, StreamExt, channel::mpsc, select, stream::select_all};
use gloo_net::eventsource::{
    EventSourceError, State,
    futures::{EventSource, EventSourceSubscription},
};
use gloo_timers::future::{IntervalStream, sleep};
use js_sys::{Date, Math, Reflect};
use leptos::{prelude::window, task::spawn_local};
use std::{ops::ControlFlow, time::Duration};
use web_sys::MessageEvent;

/// How often the connection is looked at, in milliseconds.
const PULSE: u32 = 1_000;
/// How long a stream may take to say hello, in milliseconds.
const PATIENCE: f64 = 10_000.0;

/// Holds a stream for as long as the page lives. `cursor` says what the page
/// knows; `tell` takes what is heard, in the order sent, and must not wait.
pub fn hold(
    feed: Feed,
    cursor: impl Fn() -> Option<Cursor> + 'static,
    tell: impl Fn(Told) -> ControlFlow<()> + 'static,
) {
    if !Reflect::has(&window(), &"EventSource".into()).unwrap_or(false) {
        let _ = tell(Told::Link(Link::Unsupported));
        return;
    }
    let (sender, wishes) = mpsc::unbounded();
    lifecycle::listen(sender);
    let owner = Owner {
        feed,
        cursor,
        tell,
        wishes,
        backoff: Backoff::default(),
        heard: None,
    };
    spawn_local(owner.run());
}

struct Owner<C, T> {
    feed: Feed,
    cursor: C,
    tell: T,
    wishes: mpsc::UnboundedReceiver<Wish>,
    backoff: Backoff,
    heard: Option<LastHeard>,
}

/// When the server was last heard, by its clock.
struct LastHeard {
    /// A time that the server told, and when it was told by the page's clock.
    server: Timestamp,
    told: f64,
    /// When anything at all was heard, by the page's clock.
    last: f64,
}

impl LastHeard {
    fn by_the_servers_clock(&self) -> Timestamp {
        Timestamp::from_millis(self.server.millis() + (self.last - self.told) as i64)
    }
}

/// Why a stream is no longer held.
enum End {
    /// It broke, fell silent, or could not be opened.
    Lost,
    /// The page goes away, or may.
    Left,
    /// Everything was said.
    Last,
}

impl<C, T> Owner<C, T>
where
    C: Fn() -> Option<Cursor>,
    T: Fn(Told) -> ControlFlow<()>,
{
    async fn run(mut self) {
        loop {
            match self.attend().await {
                End::Last => return self.tell_link(Link::Over),
                End::Left => self.wait_for_return().await,
                End::Lost => {
                    self.tell_lost(0, false);
                    match refusal::ask(&self.url()).await {
                        Some(Refusal::SignedOut) => return self.tell_link(Link::SignedOut),
                        Some(Refusal::Over) => return self.tell_link(Link::Over),
                        Some(Refusal::Full { retry_after }) => {
                            self.backoff.asked(retry_after.saturating_mul(1000));
                            self.pause(true).await;
                        }
                        None => self.pause(false).await,
                    }
                }
            }
        }
    }

    /// Holds one `EventSource`, from opening to end. Returning drops it, which
    /// closes it.
    async fn attend(&mut self) -> End {
        let Ok(mut source) = EventSource::new(&self.url()) else {
            return End::Lost;
        };
        let subscribed: Result<Vec<_>, _> = NAMES
            .map(|name| source.subscribe(name))
            .into_iter()
            .collect();
        let Ok(subscriptions) = subscribed else {
            return End::Lost;
        };
        let mut messages = select_all(subscriptions);
        let mut pulse = IntervalStream::new(PULSE).fuse();
        let mut hello: Option<Hello> = None;
        let mut last_heard = Date::now();
        loop {
            select! {
                message = messages.next() => {
                    last_heard = Date::now();
                    let Ok(mut waiting) = take_waiting(message, &mut messages) else {
                        return End::Lost;
                    };
                    in_order_sent(&mut waiting);
                    for message in waiting {
                        if let Some(greeting) = self.note(&message) {
                            hello = Some(greeting);
                        }
                        if (self.tell)(Told::Message(message)).is_break() {
                            return End::Last;
                        }
                    }
                }
                _ = pulse.next() => {
                    let patience = hello.as_ref().map_or(PATIENCE, |hello| f64::from(hello.heartbeat) * 2.0);
                    // After sleep the clock has moved on, though no time passed
                    // for the page.
                    let is_silent = Date::now() - last_heard > patience;
                    let is_broken = hello.is_some() && source.state() != State::Open;
                    if is_silent || is_broken {
                        return End::Lost;
                    }
                }
                wish = self.wishes.next() => if wish == Some(Wish::Leave) {
                    drop(messages);
                    drop(source);
                    self.say_over(hello.as_ref());
                    return End::Left;
                },
            }
        }
    }

    fn url(&self) -> String {
        match (self.cursor)() {
            Some(cursor) => format!("{}?after={cursor}", self.feed.url),
            None => self.feed.url.clone(),
        }
    }

    /// Keeps what the connection itself has to know of an event.
    fn note(&mut self, message: &Message) -> Option<Hello> {
        let now = Date::now();
        if let Some(heard) = &mut self.heard {
            heard.last = now;
        }
        let told = |server| {
            Some(LastHeard {
                server,
                told: now,
                last: now,
            })
        };
        match message.name.as_str() {
            "hello" | "tick" | "over" => match message.understand()? {
                Heard::Hello(hello) => {
                    self.heard = told(hello.time);
                    self.backoff.succeeded();
                    self.tell_link(Link::Live);
                    Some(hello)
                }
                Heard::Tick(tick) => {
                    self.heard = told(tick.time);
                    None
                }
                Heard::Over(over) => {
                    self.backoff.asked(over.retry);
                    None
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Tells the server, which would otherwise have to find out.
    fn say_over(&self, hello: Option<&Hello>) {
        if let Some(hello) = hello.filter(|_| self.feed.signed_in) {
            // If it is not taken, the server sees the connection close.
            let _ = window()
                .navigator()
                .send_beacon_with_opt_str("/sse/over", Some(&hello.stream));
        }
    }

    async fn wait_for_return(&mut self) {
        while self.wishes.next().await != Some(Wish::Return) {}
    }

    /// Waits until it is time to try again, and says how long that is.
    async fn pause(&mut self, is_full: bool) {
        let until = Date::now() + f64::from(self.backoff.next(Math::random()));
        loop {
            let left = until - Date::now();
            if left <= 0.0 {
                break;
            }
            let retry_in = (left / 1000.0).ceil() as u32;
            self.tell_lost(retry_in, is_full);
            let mut step = sleep(Duration::from_millis(left.min(1000.0) as u64)).fuse();
            select! {
                () = step => {}
                wish = self.wishes.next() => match wish {
                    Some(Wish::Leave) => return self.wait_for_return().await,
                    Some(Wish::Wake) => break,
                    Some(Wish::Return) | None => {}
                },
            }
        }
        self.tell_lost(0, is_full);
    }

    fn tell_lost(&self, retry_in: u32, is_full: bool) {
        let since = self.heard.as_ref().map(LastHeard::by_the_servers_clock);
        self.tell_link(Link::Lost {
            retry_in,
            since,
            is_full,
        });
    }

    fn tell_link(&self, link: Link) {
        // A state needs no answer.
        let _ = (self.tell)(Told::Link(link));
    }
}

type Item = Result<(String, MessageEvent), EventSourceError>;

/// The message that came, and those that wait behind it: gloo-net keeps a queue
/// for each name, so the order among them has to be found again.
fn take_waiting(
    first: Option<Item>,
    messages: &mut futures::stream::SelectAll<EventSourceSubscription>,
) -> Result<Vec<Message>, ()> {
    let mut waiting = Vec::new();
    let mut next = Some(first);
    while let Some(item) = next {
        let (name, event) = item.ok_or(())?.map_err(|_| ())?;
        waiting.push(Message {
            name,
            last_id: event.last_event_id(),
            data: event.data().as_string().unwrap_or_default(),
        });
        next = messages.next().now_or_never();
    }
    Ok(waiting)
}
