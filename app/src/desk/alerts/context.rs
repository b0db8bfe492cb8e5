//! What the parts of the alerts share.

use super::{preferences::Preferences, ring::Ring, silenced, turn::Turn};
use crate::desk::context::AdminContext;
use domain::orders::OrderId;
use leptos::{ev, prelude::*};

/// The alerts of one page.
#[derive(Clone, Copy)]
pub(crate) struct Alerts {
    pub(super) admin: AdminContext,
    /// What is set on this device.
    pub(super) preferences: RwSignal<Preferences>,
    /// The orders that shall not ring any more.
    silenced: RwSignal<Vec<OrderId>>,
    /// What rings; whether it is heard is another matter.
    pub(super) ring: Memo<Option<Ring>>,
    /// Whether the browser did not let the last sound be heard.
    pub(super) is_blocked: RwSignal<bool>,
    /// Whether a ring waits for this page's turn. Another one would be the same.
    pub(super) is_ring_awaited: StoredValue<bool>,
    /// Which page of the browser is heard.
    pub(super) turn: StoredValue<Option<Turn>>,
}

impl Alerts {
    pub(crate) fn new(admin: AdminContext) -> Self {
        let silenced = RwSignal::new(Vec::new());
        let ring = Memo::new(move |_| {
            let now = admin.now.get();
            admin
                .state
                .with(|state| silenced.with(|silenced| Ring::of(state, silenced, now)))
        });
        Self {
            admin,
            preferences: RwSignal::new(Preferences::default()),
            silenced,
            ring,
            is_blocked: RwSignal::new(false),
            is_ring_awaited: StoredValue::new(false),
            turn: StoredValue::new(None),
        }
    }

    /// The alerts of the page around.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// Takes over what is kept on this device, now and whenever another page changes it.
    pub(super) fn mount(self) {
        self.turn.set_value(Some(Turn::new()));
        self.recall();
        // The listener stays as long as the page.
        let _ = window_event_listener(ev::storage, move |_| self.recall());
    }

    fn recall(self) {
        self.preferences.set(Preferences::load());
        self.silenced.set(silenced::recall());
    }

    /// Sets something on this device.
    pub(super) fn set(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        self.preferences.with_untracked(Preferences::save);
    }

    /// Silences the orders that ring now.
    pub(super) fn silence(self) {
        let orders = self
            .ring
            .with_untracked(|ring| ring.as_ref().map(|ring| ring.orders.clone()));
        silenced::add(&orders.unwrap_or_default());
        self.silenced.set(silenced::recall());
    }
}
