//! Where an order is, and when it came there.

use crate::{
    Timestamp,
    clock::ShopClock,
    orders::{CustomerNote, HistoryEntry, Moment, Order, OrderStatus, Rating, history::What},
};

/// An order as its customer's page tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderStory {
    /// The order, as its customer may see it.
    pub order: Order,
    /// What it has reached, and when; in that order.
    pub reached: Vec<(OrderStatus, Moment)>,
    /// What the shop wrote to the customer, and when; oldest first.
    pub notes: Vec<(Moment, String)>,
    /// How the customer found it; `None` while nothing was said.
    pub rating: Option<Rating>,
    /// What the shop's clock shows now.
    pub now: Timestamp,
}

impl OrderStory {
    /// The story of an order about which that was done, oldest first. What was taken back was
    /// never reached.
    pub fn new(order: Order, history: &[HistoryEntry], clock: &dyn ShopClock) -> Self {
        let mut reached = vec![(OrderStatus::Placed, order.placed_at)];
        for entry in history {
            match entry.what {
                What::Status { to, .. } => reached.push((to, entry.at)),
                What::Undo { from, .. } => reached.retain(|(status, _)| *status != from),
                What::Payment { .. } | What::Refund(_) | What::Edit { .. } => {}
            }
        }
        let reached = reached.into_iter();
        Self {
            order: order.for_customer(),
            reached: reached
                .map(|(to, at)| (to, Moment::at(at, clock)))
                .collect(),
            notes: Vec::new(),
            rating: None,
            now: clock.now(),
        }
    }

    /// The same, with what the shop and the customer said of it.
    #[must_use]
    pub fn with_words(
        self,
        notes: Vec<CustomerNote>,
        rating: Option<Rating>,
        clock: &dyn ShopClock,
    ) -> Self {
        let notes = notes.into_iter();
        let notes = notes.map(|note| (Moment::at(note.at, clock), note.text));
        Self {
            notes: notes.collect(),
            rating,
            ..self
        }
    }

    /// When it came to that status; `None` where it did not.
    pub fn reached(&self, status: OrderStatus) -> Option<&Moment> {
        let found = self.reached.iter().find(|(reached, _)| *reached == status);
        found.map(|(_, moment)| moment)
    }

    /// Until when it shall be ready, as long as the shop works on it.
    pub fn awaited(&self) -> Option<&Moment> {
        let works = matches!(
            self.order.status,
            OrderStatus::Accepted | OrderStatus::Preparing
        );
        self.order.promised.as_ref().filter(|_| works)
    }

    /// Whether it should be ready by now, and is not.
    pub fn is_late(&self) -> bool {
        self.awaited()
            .is_some_and(|promised| promised.at < self.now)
    }

    /// Whether its customer may ask now where it stays.
    pub fn can_hurry(&self) -> bool {
        self.order.hurry_from().is_some_and(|from| from <= self.now)
    }

    /// In how many seconds its customer may ask where it stays; `None` where that is now, or
    /// never.
    pub fn hurry_in(&self) -> Option<i64> {
        let from = self.order.hurry_from().filter(|_| !self.can_hurry())?;
        Some((from.millis() - self.now.millis()) / 1000 + 1)
    }

    /// Whether its customer may still call it off.
    pub fn can_cancel(&self) -> bool {
        self.order.status == OrderStatus::Placed
    }
}
