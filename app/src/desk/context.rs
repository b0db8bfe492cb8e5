//! What all parts of a page of the back office share.

use super::{
    actions::{DeskSnapshot, load_desk},
    order_signals::{AllOrderSignals, OrderSignals, set},
    state::AdminState,
    urgency::Urgency,
};
use crate::{
    erased::{LiveText, effect, live_text, spawn},
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
use leptos::prelude::*;
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
    /// What the administrator sees; [`Self::change`] changes it.
    pub state: RwSignal<AdminState>,
    /// How the live connection is.
    pub connection: RwSignal<ConnectionState>,
    /// The server's clock; it goes on by itself and is set right by each tick.
    pub now: RwSignal<Timestamp>,
    /// How far the shop's zone is ahead of UTC, in seconds.
    pub offset: RwSignal<i32>,
    /// The orders of the day, newest first.
    pub order_ids: RwSignal<Vec<OrderId>>,
    order_signals: StoredValue<AllOrderSignals>,
    /// The dishes that are sold out today.
    sold_out: RwSignal<Vec<ItemId>>,
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
            order_ids: RwSignal::new(state.with_untracked(order_ids)),
            order_signals: StoredValue::default(),
            sold_out: RwSignal::new(state.with_untracked(sold_out)),
            connection: RwSignal::new(ConnectionState::default()),
            is_mounted: RwSignal::new(false),
            is_catching_up: StoredValue::new(false),
        }
    }

    /// The context of the page around.
    pub fn current() -> Self {
        expect_context()
    }

    /// Lets what is shown of the orders go on with the clock, for as long as the page lives.
    pub(super) fn mount(self) {
        effect(move || {
            self.now.track();
            if !self.is_catching_up.get_value() {
                self.show_orders();
            }
        });
    }

    /// Changes what the administrator sees.
    pub fn change(self, change: impl FnOnce(&mut AdminState)) {
        self.state.update_untracked(change);
        self.tell();
    }

    /// Tells all who follow the state: the list first, so that nothing rings or pops up for an
    /// order that it does not show.
    fn tell(self) {
        self.show_orders();
        self.state.notify();
    }

    /// Sets what is shown of the orders, where it is another.
    fn show_orders(self) {
        let now = self.now.get_untracked();
        self.state.with_untracked(|state| {
            self.order_signals
                .update_value(|signals| signals.update(state, now));
            set(&self.order_ids, order_ids(state));
            set(&self.sold_out, sold_out(state));
        });
    }

    /// How urgently an order waits, as time goes on.
    pub fn urgency(self, id: OrderId) -> Signal<Option<Urgency>> {
        let wait = self.signals(id).wait;
        Signal::derive(move || wait.get().urgency)
    }

    /// How long ago an order was placed, in words, as time goes on.
    pub(crate) fn age(self, id: OrderId) -> LiveText {
        let wait = self.signals(id).wait;
        live_text(move || words::age(self.language.get(), wait.get().minutes))
    }

    /// A text of the page, whenever it speaks another language.
    pub(crate) fn text(self, text: fn(Language) -> Cow<'static, str>) -> LiveText {
        live_text(move || text(self.language.get()))
    }

    /// An order that is shown, whenever another version of it is known.
    pub fn order(self, id: OrderId) -> Signal<Option<Order>> {
        let shown = self.signals(id).shown;
        Signal::derive(move || {
            shown.get()?;
            self.state.with_untracked(|state| state.order(id).cloned())
        })
    }

    /// What is shown of an order.
    pub(super) fn signals(self, id: OrderId) -> OrderSignals {
        let now = self.now.get_untracked();
        let mut signals = self.order_signals.write_value();
        self.state
            .with_untracked(|state| signals.of(id, state, now))
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
                    self.tell();
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
        self.state.update_untracked(|state| state.apply(event));
        if !self.is_catching_up.get_value() {
            self.tell();
        }
        // One at a time: a second, older answer would undo the first.
        if !was_renewing && self.state.with_untracked(AdminState::is_renewing) {
            self.renew();
        }
    }

    /// Shows nothing any more of what is for administrators alone.
    fn clear(self) {
        self.change(AdminState::clear);
        if let Ok(Some(content)) = document().query_selector(".admin") {
            content.remove();
        }
    }

    /// Reads everything anew, until it works.
    fn renew(self) {
        spawn(async move {
            match load_desk().await {
                Ok(snapshot) => {
                    self.change(|state| state.renew(snapshot));
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

fn order_ids(state: &AdminState) -> Vec<OrderId> {
    state.orders().map(|order| order.id).collect()
}

fn sold_out(state: &AdminState) -> Vec<ItemId> {
    state.changes.sold_out().to_vec()
}
