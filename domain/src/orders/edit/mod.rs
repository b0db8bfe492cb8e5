//! Editing an order that nobody has answered yet: its lines, and its note.

use super::{
    ChangeError, DecidedChange, KeptOrder, LineDraft, MAX_LINES, MAX_NOTE, MAX_QUANTITY, NewLine,
    Order, OrderId, OrderLine, OrderStatus,
    history::What,
    new_order::parse_lines,
    pricing::{offered, total},
    stock::Stock,
};
use crate::{
    clock::ShopClock,
    menu::{Item, ItemId},
    text,
    users::User,
    validation::{Field, Reason, ValidationErrors},
};
use std::collections::{BTreeMap, HashMap};

/// What shall become of an order, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct EditDraft {
    /// How many there shall be of the lines that it has, by their places from 0; 0 takes a
    /// line away. One that is not named stays as it is.
    pub quantities: BTreeMap<u8, i64>,
    /// Lines that it gets.
    pub added: Vec<LineDraft>,
    /// What the shop should know.
    pub note: String,
}

/// What shall become of an order; its form is sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderEdit {
    /// Which order.
    pub order: OrderId,
    /// The version that the wish rests on: another by now means that somebody was faster.
    pub version: u32,
    /// How many there shall be of the lines that it has: 0 to [`MAX_QUANTITY`].
    quantities: BTreeMap<u8, u32>,
    /// Lines that it gets.
    added: Vec<NewLine>,
    /// What the shop should know; possibly nothing.
    note: String,
}

/// What has to be kept of an edited order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedEdit {
    /// What became of the order.
    pub change: DecidedChange,
    /// How many more it takes of items of which there is a limited number; less than 0 where
    /// it gives some back, and never 0.
    pub taken: HashMap<ItemId, i64>,
}

impl OrderEdit {
    /// Checks the form of what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(
        order: OrderId,
        version: u32,
        draft: &EditDraft,
    ) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let note = faults.check(Field::Note, text::paragraph(&draft.note, MAX_NOTE));
        let mut quantities = BTreeMap::new();
        for (&place, &quantity) in &draft.quantities {
            match u32::try_from(quantity) {
                Ok(quantity @ 0..=MAX_QUANTITY) => {
                    quantities.insert(place, quantity);
                }
                _ => faults.add(
                    Field::KeptLine(place),
                    Reason::NotAStock { max: MAX_QUANTITY },
                ),
            }
        }
        let added = parse_lines(&draft.added, &mut faults);
        match note {
            Some(note) if faults.is_empty() => Ok(Self {
                order,
                version,
                quantities,
                added,
                note,
            }),
            _ => Err(faults),
        }
    }

    /// The items of which it takes, or to which it gives back, in that order.
    pub fn items(&self, order: &Order) -> Vec<ItemId> {
        let kept = order.lines.iter().map(|line| line.item);
        kept.chain(self.added.iter().map(|line| line.item))
            .collect()
    }

    /// What it makes of the order as it stands now. Lines that were there keep their prices,
    /// those that are new have those of `items`: what the menu has now of [`Self::items`].
    ///
    /// # Errors
    /// [`ChangeError::Conflict`]: somebody has changed or answered it meanwhile.
    /// [`ChangeError::Invalid`]: what the menu does not allow, each at its line; or nothing is
    /// left of it, or less than what was given back. Nothing changes then.
    pub fn decide(
        self,
        kept: KeptOrder,
        items: Vec<Item>,
        by: &User,
        clock: &dyn ShopClock,
    ) -> Result<DecidedEdit, ChangeError> {
        let KeptOrder { mut order, undo } = kept;
        if order.version != self.version || order.status != OrderStatus::Placed {
            return Err(ChangeError::conflict(order));
        }
        let mut stock = Stock::new(items);
        let lines = self.lines(&order.lines, &mut stock)?;
        let (total_before, total_after) = (order.total, total(&lines)?);
        if total_after < order.refunded {
            let refunded = order.refunded;
            let fault = Reason::BelowRefund { refunded };
            return Err(ValidationErrors::only(Field::Lines, fault).into());
        }
        let before = order.standing();
        order.lines = lines;
        order.total = total_after;
        order.note = self.note;
        let what = What::Edit {
            total_before,
            total_after,
        };
        Ok(DecidedEdit {
            change: DecidedChange::new(order, before, undo, what, &by.name, clock.now()),
            taken: stock.into_taken(),
        })
    }

    /// The lines that the order has then.
    fn lines(
        &self,
        before: &[OrderLine],
        stock: &mut Stock,
    ) -> Result<Vec<OrderLine>, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let wanted = (0_u8..).zip(before).map(|(place, line)| {
            let quantity = self.quantities.get(&place).copied();
            (place, line, quantity.unwrap_or(line.quantity))
        });
        let wanted: Vec<_> = wanted.collect();
        // First of all: what one line gives back, another can have, wherever it stands.
        for (_, line, quantity) in &wanted {
            stock.give_back(line.item, line.quantity.saturating_sub(*quantity));
        }
        let mut lines = Vec::with_capacity(before.len() + self.added.len());
        for (place, line, quantity) in wanted {
            let more = stock.take_more(line, quantity.saturating_sub(line.quantity));
            faults.check(Field::KeptLine(place), more);
            if quantity > 0 {
                lines.push(OrderLine {
                    quantity,
                    ..line.clone()
                });
            }
        }
        for line in offered(&self.added, |id| stock.item(id), &mut faults) {
            stock.take(line.item, line.quantity);
            add(&mut lines, line);
        }
        if lines.is_empty() && faults.is_empty() {
            faults.add(Field::Lines, Reason::Empty);
        }
        if lines.len() > MAX_LINES {
            faults.add(Field::Lines, Reason::TooMany { max: MAX_LINES });
        }
        match faults.is_empty() {
            true => Ok(lines),
            false => Err(faults),
        }
    }
}

/// Adds a line, to one that is just like it where there is one.
fn add(lines: &mut Vec<OrderLine>, new: OrderLine) {
    let alike = lines.iter_mut().find(|line| {
        let is_alike =
            (line.item, line.price, &line.options) == (new.item, new.price, &new.options);
        is_alike && line.quantity + new.quantity <= MAX_QUANTITY
    });
    match alike {
        Some(line) => line.quantity += new.quantity,
        None => lines.push(new),
    }
}

#[cfg(test)]
mod tests;
