//! What is done about an order: compare and set.

use super::{
    ChangeError, Handled, HistoryEntry, KeptOrder, Moment, Order, OrderId, OrderStatus, Payment,
    Refund, StatusReason, StockMove, Undo, history::What, stock::Standing, undo::UNDO_SECONDS,
};
use crate::{Timestamp, clock::ShopClock, money::Money, users::User};
use serde::{Deserialize, Serialize};

/// The promises that the shop can make, in minutes.
pub const PROMISES: [u32; 4] = [5, 10, 15, 30];

/// The longest promise, in minutes.
const MAX_PROMISE: u32 = 24 * 60;

/// A wish to change an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderChange {
    /// Which order.
    pub order: OrderId,
    /// The version that the wish rests on: another by now means that somebody
    /// was faster.
    pub version: u32,
    /// What shall be done.
    pub step: Step,
}

/// What can be done about an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// It moves on.
    Move(Move),
    /// Its last move is taken back, by whoever made it, within [`UNDO_SECONDS`].
    Undo,
    /// It is noted how it was paid, or that it was not.
    Pay(Option<Payment>),
    /// It is noted that something was given back.
    Refund(Refund),
}

/// A move to another status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The status that it shall have.
    pub to: OrderStatus,
    /// When it will be ready, in minutes from now; what was promised before stays where
    /// nothing is.
    pub minutes: Option<u32>,
    /// Why it is rejected or cancelled.
    pub reason: Option<StatusReason>,
}

impl From<OrderStatus> for Move {
    fn from(to: OrderStatus) -> Self {
        Self {
            to,
            minutes: None,
            reason: None,
        }
    }
}

/// What became of an order; data of `change` and `finish`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderChanged {
    /// The order as it is now.
    pub order: Order,
    /// The status before.
    pub from: OrderStatus,
    /// The status now; the one before, where something else was changed.
    pub to: OrderStatus,
    /// Who changed it; empty where that was the customer, or the reader is one.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// What has to be kept of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedChange {
    /// What became of the order.
    pub changed: OrderChanged,
    /// What its last move may be taken back to.
    pub undo: Option<Undo>,
    /// What is written into its history.
    pub entry: HistoryEntry,
    /// What it does to the stock of what the order has.
    pub stock: StockMove,
}

impl OrderChange {
    /// A wish for another status, with nothing else to say.
    pub fn status(order: OrderId, to: OrderStatus, version: u32) -> Self {
        Self {
            order,
            version,
            step: Step::Move(to.into()),
        }
    }

    /// What the change makes of the order as it stands now. Whoever saw an older
    /// version is told who was faster.
    ///
    /// # Errors
    /// See [`ChangeError`]; nothing changes.
    pub fn decide(
        self,
        kept: KeptOrder,
        by: &User,
        clock: &dyn ShopClock,
    ) -> Result<DecidedChange, ChangeError> {
        let KeptOrder { mut order, undo } = kept;
        let (from, at) = (order.status, clock.now());
        let before = order.standing();
        if order.version != self.version {
            return Err(ChangeError::conflict(order));
        }
        let (undo, what) = match self.step {
            Step::Move(step) => {
                let undo = Undo::of(&order);
                let what = step.apply(&mut order, by, at, clock)?;
                (Some(undo), what)
            }
            Step::Undo => {
                // What is on its way as the time ends still counts.
                let until = order.undo_until(&by.name);
                let until = until.map(|until| until.plus_seconds(UNDO_SECONDS));
                let undo = undo.filter(|_| until.is_some_and(|until| at <= until));
                undo.ok_or(ChangeError::TooLate)?.apply(&mut order);
                let what = What::Undo {
                    from,
                    to: order.status,
                };
                (None, what)
            }
            Step::Pay(payment) => {
                order.payment = payment;
                (undo, What::Payment { payment })
            }
            Step::Refund(refund) => {
                order.refunded = refunded(&order, refund.amount)?;
                (undo, What::Refund(refund))
            }
        };
        Ok(DecidedChange::new(order, before, undo, what, &by.name, at))
    }
}

impl DecidedChange {
    /// What the user called `by` has made of an order that stood like `before`: its next version,
    /// and what that does to the stock. It was the customer where nobody is called.
    pub(super) fn new(
        mut order: Order,
        before: Standing,
        undo: Option<Undo>,
        what: What,
        by: &str,
        at: Timestamp,
    ) -> Self {
        order.version += 1;
        order.can_undo = undo.is_some();
        let entry = HistoryEntry {
            version: order.version,
            at,
            by: by.to_owned(),
            what,
        };
        let stock = StockMove::between(before, order.standing());
        let changed = OrderChanged {
            from: before.0,
            to: order.status,
            by: by.to_owned(),
            at,
            order,
        };
        Self {
            changed,
            undo,
            entry,
            stock,
        }
    }
}

/// What was given back of an order, with `amount`.
fn refunded(order: &Order, amount: Money) -> Result<Money, ChangeError> {
    let left = order.left_to_refund();
    match order.refunded.checked_add(amount) {
        Some(sum) if amount > Money::ZERO && amount <= left => Ok(sum),
        _ => Err(ChangeError::Refund { left }),
    }
}

impl Move {
    /// Gives the order that status.
    fn apply(
        self,
        order: &mut Order,
        by: &User,
        at: Timestamp,
        clock: &dyn ShopClock,
    ) -> Result<What, ChangeError> {
        let (from, to) = (order.status, self.to);
        if !from.can_become(to) {
            return Err(ChangeError::NotAllowed { from, to });
        }
        let minutes = self.minutes.filter(|_| !to.is_final());
        if minutes.is_some_and(|minutes| !(1..=MAX_PROMISE).contains(&minutes)) {
            return Err(ChangeError::Promise { max: MAX_PROMISE });
        }
        let reason = self.reason.filter(|_| to.is_called_off());
        let reason = reason.map(StatusReason::checked).transpose();
        let reason = reason.map_err(ChangeError::Reason)?;
        order.status = to;
        if let Some(minutes) = minutes {
            order.promised = Some(Moment::at(at.plus_seconds(60 * minutes), clock));
        }
        order.reason.clone_from(&reason);
        order.handled = Some(Handled::new(by.name.clone(), at, clock));
        Ok(What::Status {
            from,
            to,
            minutes,
            reason,
        })
    }
}

impl OrderChanged {
    /// Whether the order's status is another.
    pub fn is_move(&self) -> bool {
        self.from != self.to
    }

    /// The change as the order's customer gets it: see [`Order::for_customer`].
    pub fn for_customer(mut self) -> Self {
        self.order = self.order.for_customer();
        self.by.clear();
        self
    }
}

#[cfg(test)]
#[path = "change_tests.rs"]
mod tests;
