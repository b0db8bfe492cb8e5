//! The stock, while an order takes from it and gives back.

mod called_off;
mod given_back;

pub(super) use called_off::Standing;
pub use called_off::StockMove;

use crate::{
    menu::{Item, ItemId},
    orders::OrderLine,
    validation::Reason,
};
use std::collections::HashMap;

/// What is left of items, while some is taken and given back.
pub(super) struct Stock {
    items: HashMap<ItemId, Item>,
    /// How many were taken of those of which there is a limited number.
    taken: HashMap<ItemId, i64>,
}

impl Stock {
    pub(super) fn new(items: Vec<Item>) -> Self {
        Self {
            items: items.into_iter().map(|item| (item.id, item)).collect(),
            taken: HashMap::new(),
        }
    }

    /// The item, with what is left of it now.
    pub(super) fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(&id)
    }

    /// How many were taken of items of which there is a limited number; never 0.
    pub(super) fn into_taken(mut self) -> HashMap<ItemId, i64> {
        self.taken.retain(|_, count| *count != 0);
        self.taken
    }

    /// Of an item that was deleted meanwhile nothing is counted any more.
    fn count(&mut self, id: ItemId, by: i64, left: impl FnOnce(u32) -> u32) {
        let item = self.items.get_mut(&id);
        if let Some(stock) = item.and_then(|item| item.fields.stock.as_mut()) {
            *stock = left(*stock);
            *self.taken.entry(id).or_default() += by;
        }
    }

    pub(super) fn give_back(&mut self, id: ItemId, count: u32) {
        self.count(id, -i64::from(count), |left| left.saturating_add(count));
    }

    pub(super) fn take(&mut self, id: ItemId, count: u32) {
        // It was asked before: there are as many.
        self.count(id, i64::from(count), |left| left.saturating_sub(count));
    }

    /// Takes what a line had given back; whether there are still as many.
    fn take_again(&mut self, line: &OrderLine) -> bool {
        let item = self.items.get(&line.item);
        let left = item.and_then(|item| item.fields.stock);
        let is_there = left.is_none_or(|left| left >= line.quantity);
        self.take(line.item, line.quantity);
        is_there
    }

    /// Takes more for a line, at its price.
    pub(super) fn take_more(&mut self, line: &OrderLine, more: u32) -> Result<(), Reason> {
        if more == 0 {
            return Ok(());
        }
        let item = self.items.get(&line.item).filter(|item| item.visible);
        let item = item.ok_or(Reason::UnknownItem)?;
        if item.sold_out_today {
            return Err(Reason::SoldOut);
        }
        match item.fields.stock {
            // So many the line can have.
            Some(left) if left < more => Err(Reason::TooFewLeft {
                left: line.quantity.saturating_add(left),
            }),
            _ => {
                self.take(line.item, more);
                Ok(())
            }
        }
    }
}
