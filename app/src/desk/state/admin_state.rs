//! The back office's state, and what each event does to it.
//!
//! Popups, list and counters are all of this one state, so none of them can
//! tell of an order that the others do not know.

use super::{ToastKind, Toasts};
use crate::{
    desk::actions::DeskSnapshot,
    live::heard::{Heard, Message},
};
use delivery::{Cursor, Epoch, control::Presence};
use domain::orders::{Order, OrderChanged, OrderId, OrderStatus};

/// What an administrator sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminState {
    /// By identity, so oldest first.
    orders: Vec<Order>,
    /// The popups.
    pub toasts: Toasts,
    /// The last event of the log that this state knows of.
    pub cursor: Cursor,
    /// The shop's day that this state is of.
    pub day: String,
    /// Who is there; nobody is known until the stream says so.
    pub presence: Presence,
    /// While everything is read anew: what was heard meanwhile.
    heard_meanwhile: Option<Vec<(Cursor, Heard)>>,
}

/// How many orders are in which part of their lives.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has answered them.
    pub waiting: usize,
    /// The shop works on them.
    pub open: usize,
    /// The customers have them.
    pub finished: usize,
}

impl AdminState {
    /// The state that the server rendered. Orders that nobody has answered have
    /// their popup.
    pub fn new(snapshot: DeskSnapshot) -> Self {
        let mut state = Self {
            orders: Vec::new(),
            toasts: Toasts::default(),
            cursor: snapshot.cursor,
            day: String::new(),
            presence: Presence::default(),
            heard_meanwhile: None,
        };
        state.take(snapshot);
        state
    }

    /// Everything as it was read anew, and what was heard since.
    pub fn renew(&mut self, snapshot: DeskSnapshot) {
        let meanwhile = self.heard_meanwhile.take().unwrap_or_default();
        self.take(snapshot);
        for (cursor, heard) in meanwhile {
            self.apply(cursor, heard);
        }
    }

    fn take(&mut self, snapshot: DeskSnapshot) {
        self.orders.clear();
        for waiting in snapshot.orders {
            if waiting.order.status == OrderStatus::Placed {
                self.toasts
                    .show(waiting.event, ToastKind::NewOrder(waiting.order.id));
            } else {
                self.toasts.acted_on(waiting.order.id);
            }
            self.orders.push(waiting.order);
        }
        self.orders.sort_unstable_by_key(|order| order.id);
        let orders = &self.orders;
        let is_gone = |id| orders.binary_search_by_key(&id, |order| order.id).is_err();
        self.toasts.forget_orders(is_gone);
        self.cursor = snapshot.cursor;
        self.day = snapshot.day;
    }

    /// Starts to read everything anew: what is heard from now on is kept.
    pub fn start_renewal(&mut self) {
        self.heard_meanwhile.get_or_insert_default();
    }

    /// Whether everything is being read anew.
    pub fn is_renewing(&self) -> bool {
        self.heard_meanwhile.is_some()
    }

    /// Takes an event of the stream in.
    pub fn hear(&mut self, message: &Message) {
        let Some(heard) = message.understand() else {
            return;
        };
        let cursor = message.cursor();
        match heard {
            Heard::Presence(presence) => self.presence = presence,
            Heard::Reset(reset) => {
                self.cursor = reset.head;
                // Its popup is of no event: it takes the place of the newest one,
                // under a name that no run has.
                let epoch = Epoch(!reset.head.epoch.0);
                let no_event = Cursor {
                    epoch,
                    ..reset.head
                };
                self.toasts.show(no_event, ToastKind::Reset);
                self.start_renewal();
            }
            Heard::Hello(_) | Heard::Tick(_) | Heard::Over(_) => {}
            Heard::Psh(push) => {
                // A message that waited is older than the cursor.
                if let Some(cursor) = cursor {
                    self.toasts.show(cursor, ToastKind::Message(push));
                    if cursor.seq > self.cursor.seq {
                        self.cursor = cursor;
                    }
                }
            }
            heard => {
                if let Some(cursor) = cursor {
                    if let Some(meanwhile) = &mut self.heard_meanwhile {
                        meanwhile.push((cursor, heard.clone()));
                    }
                    self.apply(cursor, heard);
                }
            }
        }
    }

    /// Applies an event of the log, unless it is known already.
    fn apply(&mut self, cursor: Cursor, heard: Heard) {
        if cursor.seq <= self.cursor.seq {
            return;
        }
        self.cursor = cursor;
        match heard {
            Heard::Order(order) => {
                self.toasts.show(cursor, ToastKind::NewOrder(order.id));
                self.put(*order);
            }
            Heard::Change(change) => self.change(cursor, *change),
            Heard::Finish(change) => self.change(cursor, *change),
            Heard::Psh(_)
            | Heard::Hello(_)
            | Heard::Tick(_)
            | Heard::Reset(_)
            | Heard::Presence(_)
            | Heard::Over(_) => {}
        }
    }

    fn change(&mut self, event: Cursor, change: OrderChanged) {
        let id = change.order.id;
        self.toasts.acted_on(id);
        self.put(change.order);
        match change.to {
            OrderStatus::Finished => self.toasts.show(event, ToastKind::Finished(id)),
            OrderStatus::Cancelled => self.toasts.show(event, ToastKind::Cancelled(id)),
            _ => {}
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
        let mut counts = Counts::default();
        for order in &self.orders {
            match order.status {
                OrderStatus::Placed => counts.waiting += 1,
                OrderStatus::Accepted | OrderStatus::Preparing | OrderStatus::Ready => {
                    counts.open += 1;
                }
                OrderStatus::Finished => counts.finished += 1,
                OrderStatus::Rejected | OrderStatus::Cancelled => {}
            }
        }
        counts
    }
}

#[cfg(test)]
#[path = "admin_state_tests.rs"]
mod tests;
