//! What all parts of a page of the back office share.

use super::{
    actions::{DeskSnapshot, load_desk},
    state::AdminState,
    urgency::{Urgency, UrgencyRules},
};
use crate::{
    live::{event::StreamEvent, state::ConnectionState, update},
    words,
};
use domain::{
    Timestamp,
    events::Event,
    language::Language,
    menu::ItemId,
    orders::{Order, OrderId},
};
use leptos::{prelude::*, task::spawn_local};
use std::{borrow::Cow, time::Duration};

/// How long to wait before reading everything anew is tried again.
const RETRY: Duration = Duration::from_secs(3);

/// The live state of one page.
#[derive(Clone, Copy)]
pub struct AdminContext {
    /// The language that the page speaks.
    pub language: RwSignal<Language>,
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
    /// When orders are late, and overdue. A part of the state of its own, so that not each
    /// event concerns each order that is shown; so is the next one.
    urgency_rules: Memo<UrgencyRules>,
    /// The dishes that are sold out today.
    sold_out: Memo<Vec<ItemId>>,
    /// Whether the WebAssembly is loaded, so that buttons do something.
    pub is_mounted: RwSignal<bool>,
    /// Whether the stream still tells what was missed. What came of it is shown at once:
    /// an order that was answered meanwhile neither pops up nor rings.
    pub(super) is_catching_up: StoredValue<bool>,
}

impl AdminContext {
    /// A context that begins with what the server knew.
    pub fn new(snapshot: DeskSnapshot) -> Self {
        let language = RwSignal::new(snapshot.language);
        let now = RwSignal::new(snapshot.clock.time);
        let offset = RwSignal::new(snapshot.clock.offset);
        let user = StoredValue::new(snapshot.user.clone());
        let colleagues = StoredValue::new(snapshot.colleagues.clone());
        let state = RwSignal::new(AdminState::new(snapshot));
        Self {
            user,
            colleagues,
            language,
            now,
            offset,
            state,
            urgency_rules: Memo::new(move |_| state.with(|state| state.urgency)),
            sold_out: Memo::new(move |_| state.with(|state| state.changes.sold_out().to_vec())),
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
    pub fn urgency(self, order: &Order) -> Memo<Option<Urgency>> {
        let (status, placed_at) = (order.status, order.placed_at);
        let rules = self.urgency_rules;
        Memo::new(move |_| rules.get().of(status, placed_at, self.now.get()))
    }

    /// How long ago an order was placed, in words, as time goes on.
    pub fn age(self, order: &Order) -> Memo<String> {
        let placed_at = order.placed_at.millis();
        Memo::new(move |_| {
            let seconds = (self.now.get().millis() - placed_at) / 1000;
            words::age(self.language.get(), seconds)
        })
    }

    /// A text of the page, whenever it speaks another language.
    pub fn text(self, text: fn(Language) -> Cow<'static, str>) -> impl Fn() -> Cow<'static, str> {
        move || text(self.language.get())
    }

    /// An order that is shown, whenever another version of it is known.
    pub fn order(self, id: OrderId) -> Signal<Option<Order>> {
        let version = Memo::new(move |_| {
            let version = |state: &AdminState| state.order(id).map(|order| order.version);
            self.state.with(version)
        });
        // Copied only then: each event concerns one order of hundreds.
        Signal::derive(move || {
            version.get()?;
            self.state.with_untracked(|state| state.order(id).cloned())
        })
    }

    /// Whether a dish is sold out today.
    pub fn is_sold_out(self, item: ItemId) -> Memo<bool> {
        Memo::new(move |_| self.sold_out.with(|sold_out| sold_out.contains(&item)))
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
