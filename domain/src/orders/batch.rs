//! Placing orders, one after the other: each finds what those before it have
//! left. What has to be loaded for that is given; what has to be kept comes out.

use super::{Moment, NewOrder, Order, OrderId, OrderLine, OrderStatus, PlaceError, Placed, Priced};
use crate::{
    Timestamp,
    clock::ShopClock,
    menu::{Item, ItemId},
    money::{Currency, Money},
};
use std::collections::HashMap;

/// What was given out last.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct LastOrder {
    /// The identity of the newest order; 0 where there is none.
    pub id: i64,
    /// The highest number of the day; 0 where there is none.
    pub number: u32,
}

/// The shop at one moment, as far as it concerns some orders.
pub struct OrderBatch<'a> {
    clock: &'a dyn ShopClock,
    currency: Currency,
    now: Timestamp,
    day: String,
    /// The orders that were placed, by the keys of their requests.
    placed: HashMap<String, Order>,
    /// The items that the orders name, with what is left of them.
    items: HashMap<ItemId, Item>,
    /// What was sold here of the items of which there is a limited number.
    sold: HashMap<ItemId, u32>,
    last: LastOrder,
}

impl<'a> OrderBatch<'a> {
    /// A batch at `now`, on the shop's day of that moment.
    ///
    /// `placed` are the orders that were placed before under the keys of these
    /// requests, `items` what these orders name and the menu has, `last` what was
    /// given out last, by the number on that day.
    pub fn new(
        clock: &'a dyn ShopClock,
        currency: Currency,
        now: Timestamp,
        placed: HashMap<String, Order>,
        items: impl IntoIterator<Item = Item>,
        last: LastOrder,
    ) -> Self {
        Self {
            clock,
            currency,
            now,
            day: clock.day(now),
            placed,
            items: items.into_iter().map(|item| (item.id, item)).collect(),
            sold: HashMap::new(),
            last,
        }
    }

    /// When the orders are placed.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// How many were sold of each item of which there is a limited number.
    pub fn sold(&self) -> &HashMap<ItemId, u32> {
        &self.sold
    }

    /// Places an order under the name `token` of its page, unless its request has
    /// placed it before.
    ///
    /// # Errors
    /// What the menu does not allow; nothing was sold.
    pub fn place(&mut self, new: &NewOrder, token: &str) -> Result<Placed, PlaceError> {
        if let Some(order) = self.placed.get(&new.request_id) {
            return Ok(Placed::Before(order.clone()));
        }
        let priced = new.price(|id| self.items.get(&id))?;
        self.take(&priced.lines);
        let order = self.number(new, token, priced);
        self.placed.insert(new.request_id.clone(), order.clone());
        Ok(Placed::New(order))
    }

    fn take(&mut self, lines: &[OrderLine]) {
        for line in lines {
            let item = self.items.get_mut(&line.item);
            if let Some(left) = item.and_then(|item| item.fields.stock.as_mut()) {
                // The price was asked before: there are as many.
                *left = left.saturating_sub(line.quantity);
                *self.sold.entry(line.item).or_default() += line.quantity;
            }
        }
    }

    fn number(&mut self, new: &NewOrder, token: &str, priced: Priced) -> Order {
        self.last.id += 1;
        self.last.number += 1;
        Order {
            id: OrderId(self.last.id),
            token: token.to_owned(),
            number: self.last.number,
            status: OrderStatus::Placed,
            version: 1,
            currency: self.currency,
            total: priced.total,
            customer: new.customer.clone(),
            note: new.note.clone(),
            handover: new.handover.clone(),
            wanted: new.wanted_at.map(|at| Moment::at(at, self.clock)),
            lines: priced.lines,
            placed_at: self.now,
            placed_time: self.clock.time(self.now),
            day: self.day.clone(),
            handled: None,
            can_undo: false,
            promised: None,
            reason: None,
            payment: None,
            refunded: Money::ZERO,
            taken_by: new.taken_by.clone(),
            hurried: None,
        }
    }
}

#[cfg(test)]
#[path = "batch_tests.rs"]
mod tests;
