//! What a connection keeps from one try to the next.

use super::{backoff::Backoff, device, last_contact::LastContact, page_events::PageEvent};
use crate::live::{
    event::StreamEvent,
    state::ConnectionState,
    tabs::{peers::Peers, relay::PageStatus},
    update::{StreamTarget, Update},
};
use delivery::Cursor;
use futures::channel::mpsc::UnboundedReceiver;
use js_sys::Date;
use leptos::prelude::window;
use std::{cell::Cell, ops::ControlFlow, rc::Rc};

pub(super) struct ConnectionContext {
    target: StreamTarget,
    /// What the page knows.
    status: PageStatus,
    /// Tells the page.
    tell: Box<dyn Fn(Update) -> ControlFlow<()>>,
    pub(super) page_events: UnboundedReceiver<PageEvent>,
    /// The other pages of the browser, where they share streams.
    pub(super) peers: Option<Peers>,
    pub(super) backoff: Backoff,
    last_contact: Option<LastContact>,
}

impl ConnectionContext {
    pub(super) fn new(
        target: StreamTarget,
        cursor: Rc<dyn Fn() -> Option<Cursor>>,
        tell: Box<dyn Fn(Update) -> ControlFlow<()>>,
        page_events: UnboundedReceiver<PageEvent>,
    ) -> Self {
        Self {
            target,
            status: PageStatus {
                state: Rc::new(Cell::new(ConnectionState::default())),
                cursor,
            },
            tell,
            page_events,
            peers: None,
            backoff: Backoff::default(),
            last_contact: None,
        }
    }

    /// Where the stream is that goes on from what the page knows.
    pub(super) fn url(&self) -> String {
        let mut url = self.target.url.clone();
        let mut add = |name: &str, value: &str| {
            url.push(if url.contains('?') { '&' } else { '?' });
            url.push_str(name);
            url.push_str(value);
        };
        if let Some(cursor) = (self.status.cursor)() {
            add("after=", &cursor.to_string());
        }
        if self.target.user.is_some()
            && let Some(device) = device::id()
        {
            add("device=", &device);
        }
        url
    }

    /// Tells the other pages that a stream is open here, or opened.
    pub(super) fn announce(&mut self) {
        if self.peers.is_none() {
            self.peers = Peers::join(self.target.user.as_deref(), self.status.clone());
        }
        if let Some(peers) = &mut self.peers {
            peers.open();
        }
    }

    /// Tells the page how the connection is, and the pages that follow it.
    pub(super) fn set_state(&self, state: ConnectionState) {
        self.status.state.set(state);
        if let Some(peers) = &self.peers {
            peers.relay_state();
        }
        // A state needs no answer.
        let _ = (self.tell)(Update::State(state));
    }

    /// Tells that the connection is lost, and in how many seconds it is tried again.
    pub(super) fn set_lost(&self, retry_in: u32, is_full: bool) {
        let last = self.last_contact.as_ref();
        self.set_state(ConnectionState::Lost {
            retry_in,
            since: last.map(LastContact::by_the_servers_clock),
            is_full,
        });
    }

    /// Tells the page of an event. It may answer that it wants no more.
    pub(super) fn tell(&mut self, event: StreamEvent) -> ControlFlow<()> {
        let now = Date::now();
        match (event.clock(), &mut self.last_contact) {
            (Some(clock), last) => *last = Some(LastContact::at(clock.time, now)),
            (None, Some(last)) => last.renew(now),
            (None, None) => {}
        }
        (self.tell)(Update::Event(event))
    }

    /// Tells the server that a stream is closed, which it would otherwise have to find
    /// out.
    pub(super) fn report_closed(&self, stream: &str) {
        if self.target.user.is_some() {
            // If it is not taken, the server sees the connection close.
            let _ = window()
                .navigator()
                .send_beacon_with_opt_str("/sse/over", Some(stream));
        }
    }
}
