//! What all parts of a page of the back office share.

use super::{
    actions::{DeskSnapshot, load_desk},
    state::AdminState,
    urgency::Urgency,
};
use crate::live::{event::StreamEvent, state::ConnectionState, update};
use domain::{
    Timestamp,
    events::Event,
    language::Language,
    orders::{Order, OrderId},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// How long to wait before reading everything anew is tried again.
const RETRY: Duration = Duration::from_secs(3);

/// The live state of one page.
#[derive(Clone, Copy)]
pub struct AdminContext {
    /// The administrator's language.
    pub language: Language,
    /// The administrator's name.
    pub user: StoredValue<String>,
    /// The names of all administrators.
    pub colleagues: StoredValue<Vec<String>>,
    /// What the administrator sees.
    pub state: RwSignal<AdminState>,
    /// How the live connection is.
    pub connection: RwSignal<ConnectionState>,
    /// The server's clock; it goes on by itself and is set right by each tick.
    pub now: RwSignal<Timestamp>,
    /// How far the shop's zone is ahead of UTC, in seconds.
    pub offset: RwSignal<i32>,
    /// Orders that were asked to move on, while no answer has come.
    pub busy: RwSignal<Vec<OrderId>>,
    /// Why an order did not move on, in words.
    pub refusals: RwSignal<Vec<(OrderId, String)>>,
    /// Whether the WebAssembly is loaded, so that buttons do something.
    pub is_mounted: RwSignal<bool>,
    /// Whether the stream still tells what was missed. What came of it is shown at once:
    /// an order that was answered meanwhile neither pops up nor rings.
    pub(super) is_catching_up: StoredValue<bool>,
}

impl AdminContext {
    /// A context that begins with what the server knew.
    pub fn new(snapshot: DeskSnapshot) -> Self {
        Self {
            user: StoredValue::new(snapshot.user.clone()),
            colleagues: StoredValue::new(snapshot.colleagues.clone()),
            language: snapshot.language,
            now: RwSignal::new(snapshot.clock.time),
            offset: RwSignal::new(snapshot.clock.offset),
            state: RwSignal::new(AdminState::new(snapshot)),
            connection: RwSignal::new(ConnectionState::default()),
            busy: RwSignal::new(Vec::new()),
            refusals: RwSignal::new(Vec::new()),
            is_mounted: RwSignal::new(false),
            is_catching_up: StoredValue::new(false),
        }
    }

    /// The context of the page around.
    pub fn current() -> Self {
        expect_context()
    }

    /// How urgently an order waits, as time goes on.
    pub fn urgency(self, order: Order) -> Memo<Option<Urgency>> {
        Memo::new(move |_| {
            let now = self.now.get();
            self.state.with(|state| state.urgency.of(&order, now))
        })
    }

    /// Takes in what the connection tells.
    pub fn apply(self, update: update::Update) {
        match update {
            update::Update::State(state) => {
                if state == ConnectionState::SignedOut {
                    self.clear();
                }
                if state != ConnectionState::Live && self.is_catching_up.get_value() {
                    // The next stream tells the rest.
                    self.is_catching_up.set_value(false);
                    self.state.notify();
                }
                self.connection.set(state);
            }
            update::Update::Event(event) => self.apply_event(event),
        }
    }

    fn apply_event(self, event: StreamEvent) {
        if let Some(clock) = event.clock() {
            self.now.set(clock.time);
            self.offset.set(clock.offset);
        }
        if let StreamEvent::Log(_, Event::Access(_)) = event {
            // What the page shows may not be this user's to see any more.
            let _ = window().location().reload();
            return;
        }
        match event {
            StreamEvent::Control(delivery::Control::Hello(_)) => {
                self.is_catching_up.set_value(true);
            }
            StreamEvent::Control(delivery::Control::Tick(_)) => {
                self.is_catching_up.set_value(false);
            }
            StreamEvent::Control(_) | StreamEvent::Log(..) => {}
        }
        let was_renewing = self.state.with_untracked(AdminState::is_renewing);
        self.state.maybe_update(|state| {
            state.apply(event);
            !self.is_catching_up.get_value()
        });
        // One at a time: a second, older answer would undo the first.
        if !was_renewing && self.state.with_untracked(AdminState::is_renewing) {
            self.renew();
        }
    }

    /// Shows nothing any more of what is for administrators alone.
    fn clear(self) {
        self.state.update(AdminState::clear);
        if let Ok(Some(content)) = document().query_selector(".admin") {
            content.remove();
        }
    }

    /// Reads everything anew, until it works.
    fn renew(self) {
        spawn_local(async move {
            match load_desk().await {
                Ok(snapshot) => {
                    self.state.update(|state| state.renew(snapshot));
                    // What came meanwhile may be a reason to read again.
                    if self.state.with_untracked(AdminState::is_renewing) {
                        self.renew();
                    }
                }
                Err(_) => set_timeout(move || self.renew(), RETRY),
            }
        });
    }
}
