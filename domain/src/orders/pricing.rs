//! What an order comes to by the menu of now.

use super::{MAX_QUANTITY, NewLine, NewOrder, OrderLine};
use crate::{
    menu::{Item, ItemId, options::ChosenOption},
    money::Money,
    validation::{Field, Reason, ValidationErrors},
};
use std::collections::HashMap;

/// What an order comes to by the menu of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// The lines with the names and prices of now.
    pub lines: Vec<OrderLine>,
    /// Their sum.
    pub total: Money,
}

impl NewOrder {
    /// Looks every line up in the menu and sums up.
    ///
    /// # Errors
    /// Every line that the menu does not allow: unknown, sold out, more than are left,
    /// with options that can't be had, or at another price than the customer was shown.
    pub fn price<'a>(
        &self,
        find: impl Fn(ItemId) -> Option<&'a Item>,
    ) -> Result<Priced, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let lines = offered(&self.lines, find, &mut faults);
        match total(&lines) {
            Ok(total) if faults.is_empty() => Ok(Priced { lines, total }),
            Ok(_) => Err(faults),
            Err(error) => Err(error),
        }
    }
}

/// Looks every line up in the menu; those that it does not allow are noted, and left out.
pub(super) fn offered<'a>(
    new: &[NewLine],
    find: impl Fn(ItemId) -> Option<&'a Item>,
    faults: &mut ValidationErrors,
) -> Vec<OrderLine> {
    // Lines of one item, with other options, take from one stock.
    let mut asked: HashMap<ItemId, u32> = HashMap::new();
    let lines = new.iter().filter_map(|line| {
        let asked = asked.entry(line.item).or_default();
        let offered = line.offered(find(line.item), *asked);
        *asked += line.quantity;
        faults.check(Field::Line(line.item, line.place), offered)
    });
    lines.collect()
}

/// What lines come to.
///
/// # Errors
/// More than can be counted.
pub(super) fn total(lines: &[OrderLine]) -> Result<Money, ValidationErrors> {
    let sum = lines.iter().try_fold(Money::ZERO, |sum, line| {
        sum.checked_add(line.price.checked_mul(line.quantity)?)
    });
    let too_much = Reason::OutOfRange { max: MAX_QUANTITY };
    sum.ok_or_else(|| ValidationErrors::only(Field::Lines, too_much))
}

impl NewLine {
    /// The line of the order, if the shop has what it asks for beside as many of the item
    /// as were asked for before.
    fn offered(&self, item: Option<&Item>, asked: u32) -> Result<OrderLine, Reason> {
        let item = item.filter(|item| item.visible);
        let item = item.ok_or(Reason::UnknownItem)?;
        if item.is_sold_out() {
            return Err(Reason::SoldOut);
        }
        let left = item.left().map(|left| left.saturating_sub(asked));
        if let Some(left) = left.filter(|left| *left < self.quantity) {
            return Err(Reason::TooFewLeft { left });
        }
        let (options, price) = item.with_options(&self.options)?;
        if !self.was_shown(item.fields.price, &options) {
            return Err(Reason::PriceChanged { price });
        }
        Ok(OrderLine {
            item: item.id,
            name: item.fields.name.clone(),
            quantity: self.quantity,
            price,
            options,
        })
    }

    /// Whether the customer was shown those prices, as far as any are told.
    fn was_shown(&self, price: Money, options: &[ChosenOption]) -> bool {
        let same = |seen: Option<Money>, now: Money| seen.is_none_or(|seen| seen == now);
        let now = |choice| options.iter().find(|option| option.choice == choice);
        let mut wanted = self.options.iter();
        same(self.seen_price, price)
            && wanted.all(|wanted| {
                now(wanted.choice).is_none_or(|option| same(wanted.price, option.price))
            })
    }
}

#[cfg(test)]
#[path = "pricing_tests.rs"]
mod tests;
