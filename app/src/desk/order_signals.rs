//! What is shown of each order, by signals of its own: an event concerns one order of hundreds,
//! and a second on the clock few of them. Whoever followed the state itself would be woken by
//! each event, and the page would spend its time on that.

use super::{state::AdminState, urgency::Urgency};
use domain::{
    Timestamp,
    orders::{Order, OrderId},
};
use leptos::prelude::*;

/// What an order is known by: another version is drawn anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    version: u32,
    is_hurried: bool,
}

/// How long an order has been waiting.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wait {
    /// Since it was placed, in whole minutes.
    pub(super) minutes: i64,
    /// How urgently it waits for an answer, if it does.
    pub(super) urgency: Option<Urgency>,
}

/// The signals of one order.
#[derive(Debug, Clone)]
pub(super) struct OrderSignals {
    /// `None` where the state has no such order.
    pub(super) shown: ArcRwSignal<Option<Shown>>,
    pub(super) wait: ArcRwSignal<Wait>,
    /// Whether it was asked to move on, while no answer has come.
    pub(super) is_busy: ArcRwSignal<bool>,
    /// Why it did not move on, in words.
    pub(super) refusal: ArcRwSignal<Option<String>>,
}

/// The signals of all orders that something is shown of, in the order of their numbers. A hash
/// map would be some kilobytes more to load.
#[derive(Debug, Default)]
pub(super) struct AllOrderSignals(Vec<(OrderId, OrderSignals)>);

impl AllOrderSignals {
    /// Those of one order, as it is now.
    pub(super) fn of(&mut self, id: OrderId, state: &AdminState, now: Timestamp) -> OrderSignals {
        match self.0.binary_search_by_key(&id, |(id, _)| *id) {
            Ok(place) => self.0[place].1.clone(),
            Err(place) => {
                let order = state.order(id);
                let waits = order.map(|order| wait(order, state, now));
                let signals = OrderSignals {
                    shown: ArcRwSignal::new(order.map(shown)),
                    wait: ArcRwSignal::new(waits.unwrap_or_default()),
                    is_busy: ArcRwSignal::new(false),
                    refusal: ArcRwSignal::new(None),
                };
                self.0.insert(place, (id, signals.clone()));
                signals
            }
        }
    }

    /// Sets those that are others now. The signals of orders that are gone go with them.
    pub(super) fn update(&mut self, state: &AdminState, now: Timestamp) {
        self.0.retain(|(id, signals)| {
            let order = state.order(*id);
            set(&signals.shown, order.map(shown));
            if let Some(order) = order {
                set(&signals.wait, wait(order, state, now));
            }
            order.is_some()
        });
    }
}

fn shown(order: &Order) -> Shown {
    Shown {
        version: order.version,
        is_hurried: order.hurried.is_some(),
    }
}

fn wait(order: &Order, state: &AdminState, now: Timestamp) -> Wait {
    Wait {
        minutes: order.placed_at.minutes_until(now),
        urgency: state.urgency.of(order.status, order.placed_at, now),
    }
}

/// Sets a signal where it is another value.
pub(super) fn set<T: PartialEq>(signal: &(impl WithUntracked<Value = T> + Set<Value = T>), now: T) {
    if signal.with_untracked(|before| *before != now) {
        signal.set(now);
    }
}
