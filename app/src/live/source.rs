//! The one owner of the page's stream.
//!
//! One task opens it, hears it, and opens it anew for as long as the page
//! lives, always from the cursor of what the page knows. The browser's own way
//! of coming back is not used: it gives up for good after an answer that is not
//! 200, and does not say when it will try again.

mod attend;

use super::{
    backoff::Backoff,
    feed::{Feed, Told},
    last_heard::LastHeard,
    lifecycle::{self, Wish},
    link::Link,
    refusal::{self, Refusal},
    relay::Standing,
    sisters::Sisters,
};
use attend::End;
use delivery::{Cursor, control::Hello};
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use gloo_timers::future::sleep;
use js_sys::{Date, Math, Reflect};
use leptos::{prelude::window, task::spawn_local};
use std::{cell::Cell, ops::ControlFlow, rc::Rc, time::Duration};

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
    lifecycle::listen(sender.clone());
    let owner = Owner {
        feed,
        tell,
        standing: Standing {
            link: Rc::new(Cell::new(Link::default())),
            cursor: Rc::new(cursor),
        },
        wishes,
        sender,
        sisters: None,
        backoff: Backoff::default(),
        heard: None,
    };
    spawn_local(owner.run());
}

struct Owner<T> {
    feed: Feed,
    tell: T,
    /// What the page knows.
    standing: Standing,
    wishes: mpsc::UnboundedReceiver<Wish>,
    sender: mpsc::UnboundedSender<Wish>,
    /// The other pages of the browser, where they share connections.
    sisters: Option<Sisters>,
    backoff: Backoff,
    heard: Option<LastHeard>,
}

impl<T: Fn(Told) -> ControlFlow<()>> Owner<T> {
    async fn run(mut self) {
        loop {
            match self.attend().await {
                End::Last(link) => return self.tell_link(link),
                End::Left => self.wait_for_return().await,
                End::Deserted => {}
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

    fn url(&self) -> String {
        match (self.standing.cursor)() {
            Some(cursor) => format!("{}?after={cursor}", self.feed.url),
            None => self.feed.url.clone(),
        }
    }

    /// Tells the server, which would otherwise have to find out.
    fn say_over(&self, hello: Option<&Hello>) {
        if let Some(hello) = hello.filter(|_| self.feed.user.is_some()) {
            // If it is not taken, the server sees the connection close.
            let _ = window()
                .navigator()
                .send_beacon_with_opt_str("/sse/over", Some(&hello.stream));
        }
    }

    async fn wait_for_return(&mut self) {
        // A page that may be kept for the way back must have no channel open.
        self.sisters = None;
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
                    // The next stream asks anew who holds one.
                    Some(Wish::Listen(_) | Wish::TakeOver | Wish::Return) | None => {}
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
        self.standing.link.set(link);
        // A state needs no answer.
        let _ = self.tell(Told::Link(link));
    }

    /// Tells the page, and those that listen to it.
    fn tell(&self, told: Told) -> ControlFlow<()> {
        if let Some(sisters) = &self.sisters {
            sisters.pass_on(&told);
        }
        (self.tell)(told)
    }
}
