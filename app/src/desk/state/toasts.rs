//! The popups, as state.

use crate::live::seen::SeenEvents;
use delivery::Cursor;
use domain::{
    events::ReadNotices,
    messages::Push,
    orders::{OrderId, OrderStatus},
};

/// How many are shown one below the other; the rest is counted.
pub const VISIBLE: usize = 3;
/// How many can be seen where the stack is unfolded. The rest is among the notices: hundreds
/// would keep the browser busy for a second.
pub const UNFOLDED: usize = 30;

/// How long a brief one stays, in milliseconds of nobody looking at it.
const BRIEF: u32 = 8_000;

/// What a popup says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ToastKind {
    /// A customer placed an order; stays until somebody acts on the order.
    NewOrder(OrderId),
    /// An order was finished; brief.
    Finished(OrderId),
    /// An order was called off; brief.
    Cancelled(OrderId),
    /// A customer asked where an order stays; stays until the order moves on, or it is closed.
    Hurried(OrderId),
    /// Somebody sent a message; stays until it is closed.
    Message(Push),
    /// Everything had to be read anew; brief.
    Reset,
}

/// A popup. The event that it tells of is its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The event.
    pub event: Cursor,
    /// What it says.
    pub kind: ToastKind,
    /// The milliseconds that are left; `None` if it does not leave by itself.
    left: Option<u32>,
}

/// All popups, newest first.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Toasts {
    list: Vec<Toast>,
    /// Every event that had one.
    shown: SeenEvents,
}

impl Toasts {
    /// Shows a popup for an event, unless that event had one before.
    pub fn show(&mut self, event: Cursor, kind: ToastKind) {
        if !self.shown.insert(event) {
            return;
        }
        let left = match kind {
            ToastKind::NewOrder(_) | ToastKind::Hurried(_) | ToastKind::Message(_) => None,
            ToastKind::Finished(_) | ToastKind::Cancelled(_) | ToastKind::Reset => Some(BRIEF),
        };
        let place = self
            .list
            .partition_point(|toast| toast.event.seq > event.seq);
        self.list.insert(place, Toast { event, kind, left });
    }

    /// Notes that an event needs no popup any more.
    pub fn dismiss(&mut self, event: Cursor) {
        self.shown.insert(event);
        self.list.retain(|toast| toast.event != event);
    }

    /// Takes the popups of orders away that are not there any more.
    pub fn forget_orders(&mut self, is_gone: impl Fn(OrderId) -> bool) {
        self.list.retain(|toast| match toast.kind {
            ToastKind::NewOrder(id)
            | ToastKind::Finished(id)
            | ToastKind::Cancelled(id)
            | ToastKind::Hurried(id) => !is_gone(id),
            ToastKind::Message(_) | ToastKind::Reset => true,
        });
    }

    /// Takes the popup of a new order away, and that of its customer who asked for it: somebody
    /// acted on it.
    pub fn acted_on(&mut self, order: OrderId) {
        let waits = [ToastKind::NewOrder(order), ToastKind::Hurried(order)];
        self.list.retain(|toast| !waits.contains(&toast.kind));
    }

    /// Tells that an order has another status, where it is one that people wait for.
    pub fn moved(&mut self, event: Cursor, order: OrderId, to: OrderStatus) {
        self.acted_on(order);
        match to {
            // An answer was taken back: nobody has answered it any more.
            OrderStatus::Placed => self.show(event, ToastKind::NewOrder(order)),
            OrderStatus::Finished => self.show(event, ToastKind::Finished(order)),
            OrderStatus::Cancelled => self.show(event, ToastKind::Cancelled(order)),
            OrderStatus::Accepted
            | OrderStatus::Preparing
            | OrderStatus::Ready
            | OrderStatus::Rejected => {}
        }
    }

    /// Takes away what was read on another device. The popup of a new order stays until
    /// somebody acts on the order: reading is no answer.
    pub fn read(&mut self, read: ReadNotices) {
        self.list.retain(|toast| {
            matches!(toast.kind, ToastKind::NewOrder(_)) || !read.covers(toast.event.seq)
        });
    }

    /// Lets time pass for the brief ones that can be seen.
    pub fn elapse(&mut self, millis: u32) {
        for toast in self.list.iter_mut().take(VISIBLE) {
            toast.left = toast.left.map(|left| left.saturating_sub(millis));
        }
        self.list.retain(|toast| toast.left != Some(0));
    }

    /// Whether any leaves by itself.
    pub fn any_brief(&self) -> bool {
        self.list.iter().any(|toast| toast.left.is_some())
    }

    /// All of them, newest first.
    pub fn all(&self) -> &[Toast] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use delivery::{Epoch, Seq};

    fn at(seq: i64) -> Cursor {
        let epoch = Epoch(1);
        let seq = Seq(seq);
        Cursor { epoch, seq }
    }

    fn seqs(toasts: &Toasts) -> Vec<i64> {
        toasts.all().iter().map(|toast| toast.event.seq.0).collect()
    }

    #[test]
    fn an_event_has_one_popup_ever() {
        let mut toasts = Toasts::default();
        toasts.show(at(1), ToastKind::NewOrder(OrderId(1)));
        toasts.show(at(1), ToastKind::NewOrder(OrderId(1)));
        assert_eq!(seqs(&toasts), [1]);
        toasts.dismiss(at(1));
        toasts.show(at(1), ToastKind::NewOrder(OrderId(1)));
        assert!(toasts.all().is_empty());
    }

    #[test]
    fn the_newest_is_on_top_whatever_came_first() {
        let mut toasts = Toasts::default();
        for seq in [2, 3, 1] {
            toasts.show(at(seq), ToastKind::NewOrder(OrderId(seq)));
        }
        assert_eq!(seqs(&toasts), [3, 2, 1]);
    }

    #[test]
    fn a_new_order_stays_until_somebody_acts_on_it() {
        let mut toasts = Toasts::default();
        toasts.show(at(1), ToastKind::NewOrder(OrderId(7)));
        toasts.show(at(2), ToastKind::Finished(OrderId(6)));
        toasts.elapse(1_000_000);
        assert_eq!(seqs(&toasts), [1]);
        toasts.acted_on(OrderId(7));
        assert!(toasts.all().is_empty());
    }

    #[test]
    fn what_was_read_elsewhere_goes_but_for_new_orders() {
        let mut toasts = Toasts::default();
        toasts.show(at(1), ToastKind::NewOrder(OrderId(7)));
        toasts.show(at(2), ToastKind::Finished(OrderId(6)));
        toasts.show(at(3), ToastKind::Cancelled(OrderId(5)));
        toasts.read(ReadNotices::One(Seq(3)));
        assert_eq!(seqs(&toasts), [2, 1]);
        toasts.read(ReadNotices::UpTo(Seq(9)));
        assert_eq!(seqs(&toasts), [1]);
    }

    #[test]
    fn time_stands_still_for_what_nobody_can_see() {
        let mut toasts = Toasts::default();
        for seq in 1..=4 {
            toasts.show(at(seq), ToastKind::Finished(OrderId(seq)));
        }
        toasts.elapse(BRIEF);
        assert_eq!(seqs(&toasts), [1]);
        assert!(toasts.any_brief());
    }
}
