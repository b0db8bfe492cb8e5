//! The popups, as state.

use domain::{cursor::Seq, order::OrderId, push::Push};

/// How many are shown one below the other; the rest is counted.
pub const VISIBLE: usize = 3;

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
    /// Somebody sent a message; stays until it is closed.
    Message(Push),
    /// Everything had to be read anew; brief.
    Reset,
}

/// A popup. The event that it tells of is its identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The event.
    pub seq: Seq,
    /// What it says.
    pub kind: ToastKind,
    /// The milliseconds that are left; `None` if it does not leave by itself.
    left: Option<u32>,
}

/// All popups, newest first.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Toasts {
    list: Vec<Toast>,
    /// Every event that had one, in ascending order.
    shown: Vec<Seq>,
}

impl Toasts {
    /// Shows a popup for an event, unless that event had one before.
    pub fn show(&mut self, seq: Seq, kind: ToastKind) {
        if !self.note(seq) {
            return;
        }
        let left = match kind {
            ToastKind::NewOrder(_) | ToastKind::Message(_) => None,
            ToastKind::Finished(_) | ToastKind::Cancelled(_) | ToastKind::Reset => Some(BRIEF),
        };
        let place = self.list.partition_point(|toast| toast.seq > seq);
        self.list.insert(place, Toast { seq, kind, left });
    }

    /// Notes that an event needs no popup any more.
    pub fn dismiss(&mut self, seq: Seq) {
        self.note(seq);
        self.list.retain(|toast| toast.seq != seq);
    }

    /// Notes that an event had its popup; says whether it is the first time.
    fn note(&mut self, seq: Seq) -> bool {
        let place = self.shown.binary_search(&seq);
        if let Err(place) = place {
            self.shown.insert(place, seq);
        }
        place.is_err()
    }

    /// Takes the popup of a new order away: somebody acted on it.
    pub fn acted_on(&mut self, order: OrderId) {
        self.list
            .retain(|toast| toast.kind != ToastKind::NewOrder(order));
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

    fn seqs(toasts: &Toasts) -> Vec<i64> {
        toasts.all().iter().map(|toast| toast.seq.0).collect()
    }

    #[test]
    fn an_event_has_one_popup_ever() {
        let mut toasts = Toasts::default();
        toasts.show(Seq(1), ToastKind::NewOrder(OrderId(1)));
        toasts.show(Seq(1), ToastKind::NewOrder(OrderId(1)));
        assert_eq!(seqs(&toasts), [1]);
        toasts.dismiss(Seq(1));
        toasts.show(Seq(1), ToastKind::NewOrder(OrderId(1)));
        assert!(toasts.all().is_empty());
    }

    #[test]
    fn the_newest_is_on_top_whatever_came_first() {
        let mut toasts = Toasts::default();
        for seq in [2, 3, 1] {
            toasts.show(Seq(seq), ToastKind::NewOrder(OrderId(seq)));
        }
        assert_eq!(seqs(&toasts), [3, 2, 1]);
    }

    #[test]
    fn a_new_order_stays_until_somebody_acts_on_it() {
        let mut toasts = Toasts::default();
        toasts.show(Seq(1), ToastKind::NewOrder(OrderId(7)));
        toasts.show(Seq(2), ToastKind::Finished(OrderId(6)));
        toasts.elapse(1_000_000);
        assert_eq!(seqs(&toasts), [1]);
        toasts.acted_on(OrderId(7));
        assert!(toasts.all().is_empty());
    }

    #[test]
    fn time_stands_still_for_what_nobody_can_see() {
        let mut toasts = Toasts::default();
        for seq in 1..=4 {
            toasts.show(Seq(seq), ToastKind::Finished(OrderId(seq)));
        }
        toasts.elapse(BRIEF);
        assert_eq!(seqs(&toasts), [1]);
        assert!(toasts.any_brief());
    }
}
