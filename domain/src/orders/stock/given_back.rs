//! What a change of an order takes from the stock, or gives back.

use super::{Stock, StockMove};
use crate::{
    menu::{Item, ItemId},
    orders::{ChangeError, DecidedChange},
};
use std::collections::HashMap;

impl DecidedChange {
    /// The items of which the change takes, or to which it gives back.
    pub fn items(&self) -> Vec<ItemId> {
        let lines = self.changed.order.lines.iter();
        match self.stock {
            StockMove::None => Vec::new(),
            StockMove::GiveBack | StockMove::TakeAgain => lines.map(|line| line.item).collect(),
        }
    }

    /// How many it takes of items of which there is a limited number; less than 0 where it
    /// gives some back. `items` is what the menu has now of [`Self::items`].
    ///
    /// # Errors
    /// [`ChangeError::TooLate`]: somebody else has got what it gave back.
    pub fn taken(&self, items: Vec<Item>) -> Result<HashMap<ItemId, i64>, ChangeError> {
        let mut stock = Stock::new(items);
        for line in &self.changed.order.lines {
            match self.stock {
                StockMove::None => {}
                StockMove::GiveBack => stock.give_back(line.item, line.quantity),
                StockMove::TakeAgain if stock.take_again(line) => {}
                StockMove::TakeAgain => return Err(ChangeError::TooLate),
            }
        }
        Ok(stock.into_taken())
    }
}
