//! The other pages of the browser: who of them holds a stream, and what those
//! that hold one pass on.

use super::{
    channel::Channel,
    feed::Told,
    lifecycle::Wish,
    relay::{Relay, Sister, Standing},
    seats::{Reaction, Seats},
};
use futures::channel::mpsc::UnboundedSender;
use js_sys::{Date, Math};
use leptos::prelude::window;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::PerformanceResourceTiming;

/// Where the pages of an origin tell each other who holds a stream. Nothing of a
/// user's is said there.
const SEATS: &str = "orderbell";

/// A page among its sisters. Dropping it tells them that it is gone.
pub(super) struct Sisters {
    seats: Rc<RefCell<Seats>>,
    channel: Channel,
    page: u64,
    user: Option<String>,
    relay: Option<Relay>,
}

impl Sisters {
    /// Joins the others, who may have wishes; `None` where pages need not share
    /// connections, or can't.
    pub(super) fn join(user: Option<String>, wishes: UnboundedSender<Wish>) -> Option<Self> {
        if is_multiplexed() {
            return None;
        }
        let page = (Math::random() * 2_f64.powi(53)) as u64;
        let seats = Rc::new(RefCell::new(Seats::new(page, user.clone())));
        let hear = {
            let seats = seats.clone();
            move |word| {
                let mut seats = seats.borrow_mut();
                match seats.hear(word)? {
                    Reaction::Answer(answer) => Some(answer),
                    Reaction::Listen(to) => {
                        let _ = wishes.unbounded_send(Wish::Listen(to));
                        Some(seats.close())
                    }
                    Reaction::TakeOver => {
                        let _ = wishes.unbounded_send(Wish::TakeOver);
                        None
                    }
                }
            }
        };
        Some(Self {
            seats,
            channel: Channel::open(SEATS, hear)?,
            page,
            user,
            relay: None,
        })
    }

    /// The page opens a stream, and passes on what it is told.
    pub(super) fn open(&mut self, standing: Standing) {
        let word = self.seats.borrow_mut().open(Date::now() as u64);
        self.channel.say(&word);
        if self.relay.is_none()
            && let Some(name) = self.relay_of(self.page)
        {
            self.relay = Relay::open(&name, standing);
        }
    }

    /// Passes on what the page was told.
    pub(super) fn pass_on(&self, told: &Told) {
        if let Some(relay) = &self.relay {
            relay.pass_on(told);
        }
    }

    /// Listens to a sister.
    pub(super) fn listen_to(&mut self, page: u64) -> Option<Sister> {
        self.relay = None;
        Sister::listen_to(&self.relay_of(page)?, self.page)
    }

    /// Pages of different users never hear each other's events.
    fn relay_of(&self, page: u64) -> Option<String> {
        let user = self.user.as_ref()?;
        Some(format!("orderbell {user} {page}"))
    }
}

impl Drop for Sisters {
    fn drop(&mut self) {
        self.channel.say(&self.seats.borrow().close());
    }
}

/// Whether the page came by HTTP/2 or 3, where any number of streams goes over one
/// connection.
fn is_multiplexed() -> bool {
    let entries = window()
        .performance()
        .map(|performance| performance.get_entries_by_type("navigation"));
    let page = entries.and_then(|entries| entries.get(0).dyn_into().ok());
    page.is_some_and(|page: PerformanceResourceTiming| {
        matches!(page.next_hop_protocol().as_str(), "h2" | "h3")
    })
}
