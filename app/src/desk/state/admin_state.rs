//! The back office's state, and what each event does to it.
//!
//! Popups, list and counters are all of this one state, so none of them can
//! tell of an order that the others do not know.

use super::{Counts, ShopChanges, ToastKind, Toasts};
use crate::{
    desk::{actions::DeskSnapshot, urgency::UrgencyRules},
    live::event::StreamEvent,
};
use delivery::{
    Control, Cursor, Epoch,
    control::{Presence, Tick},
};
use domain::{
    Timestamp,
    events::Event,
    orders::{Order, OrderChanged, OrderHurried, OrderId, OrderStatus},
};

/// What an administrator sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminState {
    /// By identity, so oldest first.
    orders: Vec<Order>,
    /// The popups.
    pub toasts: Toasts,
    /// When orders are late, and overdue.
    pub urgency: UrgencyRules,
    /// The last event of the log that this state knows of.
    pub cursor: Cursor,
    /// The shop's day that this state is of.
    pub day: String,
    /// Who is there; nobody is known until the stream says so.
    pub presence: Presence,
    /// What became of the menu and the settings.
    pub changes: ShopChanges,
    /// While everything is read anew: what happened meanwhile.
    meanwhile: Option<Vec<(Cursor, Event)>>,
}

impl AdminState {
    /// The state that the server rendered. Orders that nobody has answered have
    /// their popup.
    pub fn new(snapshot: DeskSnapshot) -> Self {
        let mut state = Self {
            orders: Vec::new(),
            toasts: Toasts::default(),
            urgency: snapshot.urgency,
            cursor: snapshot.cursor,
            day: String::new(),
            presence: Presence::default(),
            changes: ShopChanges::default(),
            meanwhile: None,
        };
        state.take(snapshot);
        state
    }

    /// Everything as it was read anew, and what happened since.
    pub fn renew(&mut self, snapshot: DeskSnapshot) {
        let meanwhile = self.meanwhile.take().unwrap_or_default();
        self.take(snapshot);
        for (cursor, event) in meanwhile {
            self.apply_log(cursor, event);
        }
    }

    fn take(&mut self, snapshot: DeskSnapshot) {
        self.orders.clear();
        for waiting in &snapshot.orders {
            if waiting.order.status == OrderStatus::Placed {
                self.toasts
                    .show(waiting.event, ToastKind::NewOrder(waiting.order.id));
            } else {
                self.toasts.acted_on(waiting.order.id);
            }
        }
        // Newest first there, and last here.
        for waiting in snapshot.orders.into_iter().rev() {
            self.put(waiting.order);
        }
        let orders = &self.orders;
        let is_gone = |id| orders.binary_search_by_key(&id, |order| order.id).is_err();
        self.toasts.forget_orders(is_gone);
        self.changes.take(snapshot.sold_out);
        self.urgency = snapshot.urgency;
        self.cursor = snapshot.cursor;
        self.day = snapshot.day;
    }

    /// Forgets all orders and popups: whoever looks may not see them any more.
    pub fn clear(&mut self) {
        self.orders.clear();
        self.toasts = Toasts::default();
    }

    /// Starts to read everything anew: what happens from now on is kept.
    pub fn start_renewal(&mut self) {
        self.meanwhile.get_or_insert_default();
    }

    /// Whether everything is being read anew.
    pub fn is_renewing(&self) -> bool {
        self.meanwhile.is_some()
    }

    /// Takes an event of the stream in.
    pub fn apply(&mut self, event: StreamEvent) {
        match event {
            StreamEvent::Log(cursor, event) => {
                if let Some(meanwhile) = &mut self.meanwhile {
                    meanwhile.push((cursor, event.clone()));
                }
                self.apply_log(cursor, event);
            }
            StreamEvent::Control(Control::Presence(presence)) => self.presence = presence,
            StreamEvent::Control(Control::Reset(reset)) => self.reset(reset.head),
            StreamEvent::Control(Control::Tick(tick)) => {
                // A new day of the shop has its own orders.
                if self.day != day(&tick) {
                    self.start_renewal();
                }
            }
            StreamEvent::Control(Control::Hello(_) | Control::Over(_)) => {}
        }
    }

    fn reset(&mut self, head: Cursor) {
        self.cursor = head;
        // Its popup is of no event: it takes the place of the newest one, under a name
        // that no run has.
        let epoch = Epoch(!head.epoch.0);
        self.toasts.show(Cursor { epoch, ..head }, ToastKind::Reset);
        self.changes.reset();
        self.start_renewal();
    }

    /// Applies an event of the log, unless it is known already.
    fn apply_log(&mut self, cursor: Cursor, event: Event) {
        let is_new = cursor.seq > self.cursor.seq;
        if is_new {
            self.cursor = cursor;
        }
        let is_silent = matches!(
            event,
            Event::Menu(_)
                | Event::Settings(_)
                | Event::Line(_)
                | Event::Day(_)
                | Event::Note(_)
                | Event::Rate(_)
        );
        if is_new && !is_silent {
            self.changes.apply_notice();
        }
        match event {
            // A message that waited for its reader is older than the cursor. Its popup
            // comes once all the same.
            Event::Psh(push) => self.toasts.show(cursor, ToastKind::Message(push)),
            Event::Order(order) if is_new => {
                self.toasts.show(cursor, ToastKind::NewOrder(order.id));
                self.put(*order);
            }
            Event::Change(change) | Event::Finish(change) if is_new => {
                self.change(cursor, *change);
            }
            Event::Hurry(hurried) if is_new => {
                let OrderHurried { order, .. } = *hurried;
                self.toasts.show(cursor, ToastKind::Hurried(order.id));
                self.hurried(order);
            }
            Event::Read(read) if is_new => self.toasts.read(read),
            Event::Menu(change) if is_new => self.changes.apply_menu(change),
            Event::Settings(change) if is_new => {
                self.changes.apply_settings(change.by);
                self.start_renewal();
            }
            // The page is loaded anew by whoever applies it, or it is of pages that are drawn
            // again.
            Event::Access(_)
            | Event::Line(_)
            | Event::Day(_)
            | Event::Menu(_)
            | Event::Settings(_)
            | Event::Read(_)
            | Event::Order(_)
            | Event::Change(_)
            | Event::Finish(_)
            | Event::Hurry(_)
            | Event::Note(_)
            | Event::Rate(_) => {}
        }
    }

    fn change(&mut self, event: Cursor, change: OrderChanged) {
        if change.is_move() {
            self.toasts.moved(event, change.order.id, change.to);
        }
        self.put(change.order);
    }

    /// Keeps that an order's customer asked for it, which makes no version of the order.
    fn hurried(&mut self, order: Order) {
        match self.find(order.id) {
            Ok(place) => self.orders[place].hurried = order.hurried,
            Err(_) => self.put(order),
        }
    }

    /// Keeps an order, unless a newer version of it is known.
    pub fn put(&mut self, order: Order) {
        match self.find(order.id) {
            Ok(place) if self.orders[place].version >= order.version => {}
            Ok(place) => self.orders[place] = order,
            Err(place) => self.orders.insert(place, order),
        }
    }

    /// The orders, newest first.
    pub fn orders(&self) -> impl Iterator<Item = &Order> {
        self.orders.iter().rev()
    }

    /// An order.
    pub fn order(&self, id: OrderId) -> Option<&Order> {
        self.orders.get(self.find(id).ok()?)
    }

    /// Where an order is, or where it belongs.
    fn find(&self, id: OrderId) -> Result<usize, usize> {
        self.orders.binary_search_by_key(&id, |order| order.id)
    }

    /// How many orders are in which part of their lives.
    pub fn counts(&self) -> Counts {
        Counts::of(&self.orders)
    }
}

/// The shop's day, as the server writes it: `2026-11-21`.
fn day(tick: &Tick) -> String {
    let wall = Timestamp::from_millis(tick.time.millis() + i64::from(tick.offset) * 1000);
    wall.rfc3339().chars().take(10).collect()
}

#[cfg(test)]
#[path = "admin_state_tests.rs"]
mod tests;
