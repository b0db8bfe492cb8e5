//! The browser's end.

use super::source::{Sign, Source};
use crate::live::connection::{
    backoff::Backoff,
    page_events::{self, PageEvent},
    preflight::{self, Refusal},
};
use delivery::Cursor;
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use gloo_timers::future::sleep;
use js_sys::{Math, Reflect};
use leptos::{
    prelude::{document, window},
    task::spawn_local,
};
use std::time::Duration;

/// How long a page at least waits that is one too many, in milliseconds; at the most twice
/// that. It can do without.
const TOO_MANY: f64 = 30_000.0;

type PageEvents = mpsc::UnboundedReceiver<PageEvent>;

/// Keeps a stream open while somebody looks at the page, and rings when it tells something
/// that is new after `cursor`, or may have missed something.
///
/// A page that nobody looks at holds no stream: over HTTP/1.1 a browser has but six
/// connections, and many have more pages open than that.
///
/// Where there is no such stream any more, neither is there the page: it is loaded anew, and
/// says so.
pub fn follow(path: &str, cursor: Option<Cursor>, ring: impl Fn() + 'static) {
    if !Reflect::has(&window(), &"EventSource".into()).unwrap_or(false) {
        return;
    }
    let (sender, page_events) = mpsc::unbounded();
    page_events::listen(sender);
    let bell = Bell {
        path: path.to_owned(),
        cursor: cursor.map(|cursor| cursor.to_string()).unwrap_or_default(),
        backoff: Backoff::default(),
        page_events,
        ring: Box::new(ring),
    };
    spawn_local(bell.keep());
}

struct Bell {
    path: String,
    /// The last event that is known, as the server names it; empty for none.
    cursor: String,
    backoff: Backoff,
    page_events: PageEvents,
    ring: Box<dyn Fn()>,
}

impl Bell {
    async fn keep(mut self) {
        loop {
            if document().hidden() {
                while document().hidden() {
                    self.page_events.next().await;
                }
                // The clock went on, too.
                (self.ring)();
            }
            let url = format!("{}?after={}", self.path, self.cursor);
            let Some(source) = Source::open(&url) else {
                return;
            };
            self.listen(source).await;
        }
    }

    /// Listens for as long as the stream is of use, and then until another one may be opened.
    async fn listen(&mut self, mut source: Source) {
        loop {
            select! {
                sign = source.next().fuse() => match sign {
                    Sign::Alive => self.backoff.succeeded(),
                    Sign::Rang(cursor) => {
                        self.cursor = cursor;
                        (self.ring)();
                    }
                    Sign::Refused => {
                        drop(source);
                        return self.wait().await;
                    }
                },
                event = self.page_events.next() => match event {
                    Some(PageEvent::Leave) => {
                        drop(source);
                        while self.page_events.next().await != Some(PageEvent::Return) {}
                        return (self.ring)();
                    }
                    // The stream may be dead without a word.
                    Some(PageEvent::Wake) => return (self.ring)(),
                    Some(PageEvent::Hide) => return,
                    Some(PageEvent::Return) | None => {}
                },
            }
        }
    }

    /// Waits until it is time to try again.
    async fn wait(&mut self) {
        let refusal = preflight::ask(&self.path).await;
        let delay = match refusal {
            Some(Refusal::Full { .. }) => {
                // Without a stream the page asks now and then.
                (self.ring)();
                (TOO_MANY * (1.0 + Math::random())) as u32
            }
            Some(Refusal::Gone) => {
                // If that fails, it is tried again.
                let _ = window().location().reload();
                TOO_MANY as u32
            }
            _ => self.backoff.next(Math::random()),
        };
        sleep(Duration::from_millis(delay.into())).await;
    }
}
