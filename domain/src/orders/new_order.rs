//! How an order comes to be: what was typed, checked once, then priced.

use super::{Customer, OrderLine};
use crate::{
    menu::{Item, ItemId},
    money::Money,
    text,
    validation::{Field, Reason, ValidationErrors},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most characters of a customer's name.
pub const MAX_NAME: usize = 40;
/// The most characters of a note.
pub const MAX_NOTE: usize = 500;
/// The most of one item in one order.
pub const MAX_QUANTITY: u32 = 99;
/// The most different items in one order.
pub const MAX_LINES: usize = 50;

/// An order as it arrives, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderDraft {
    /// The key that makes a repeated request harmless: chosen by the sender,
    /// the same on every try.
    pub request_id: String,
    /// Who orders.
    pub customer: CustomerDraft,
    /// What the shop should know.
    pub note: String,
    /// What is ordered.
    pub lines: Vec<LineDraft>,
}

/// Who orders, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerDraft {
    /// The name to call out.
    pub name: String,
    /// The number to call.
    pub phone: String,
}

/// A line of an order, with nothing checked yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineDraft {
    /// Which item.
    pub item: ItemId,
    /// How many.
    pub quantity: i64,
    /// The price that the customer was shown, in minor units: if it is given
    /// and the shop's differs by now, the order is refused.
    #[serde(default)]
    pub price: Option<Money>,
}

/// An order whose form is sound; what the menu says of it is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrder {
    /// The key that makes a repeated request harmless.
    pub request_id: String,
    /// Who orders.
    pub customer: Customer,
    /// What the shop should know; possibly nothing.
    pub note: String,
    /// What is ordered: each item once, at least one.
    pub lines: Vec<NewLine>,
}

/// So many of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// Which item.
    pub item: ItemId,
    /// How many: 1 to [`MAX_QUANTITY`].
    pub quantity: u32,
    /// The price that the customer was shown.
    pub seen_price: Option<Money>,
}

/// What an order comes to by the menu of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// The lines with the names and prices of now.
    pub lines: Vec<OrderLine>,
    /// Their sum.
    pub total: Money,
}

impl NewOrder {
    /// Checks the form of what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(draft: &OrderDraft) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let request_id = faults.check(Field::RequestId, request_key(&draft.request_id));
        let name = faults.check(Field::Name, text::line(&draft.customer.name, MAX_NAME));
        let phone = faults.check(Field::Phone, text::phone(&draft.customer.phone));
        let note = faults.check(Field::Note, text::paragraph(&draft.note, MAX_NOTE));
        let lines = parse_lines(&draft.lines, &mut faults);
        match (request_id, name, phone, note) {
            (Some(request_id), Some(name), Some(phone), Some(note)) if faults.is_empty() => {
                Ok(Self {
                    request_id,
                    customer: Customer { name, phone },
                    note,
                    lines,
                })
            }
            _ => Err(faults),
        }
    }

    /// Looks every line up in the menu and sums up.
    ///
    /// # Errors
    /// Every line that the menu does not allow: unknown, sold out, more than
    /// are left, or at another price than the customer was shown.
    pub fn price<'a>(
        &self,
        find: impl Fn(ItemId) -> Option<&'a Item>,
    ) -> Result<Priced, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let mut lines = Vec::with_capacity(self.lines.len());
        let mut total = Some(Money::ZERO);
        for line in &self.lines {
            let field = Field::Line(line.item);
            let Some(item) = faults.check(field, line.offered(find(line.item))) else {
                continue;
            };
            let amount = item.fields.price.checked_mul(line.quantity);
            total = total
                .zip(amount)
                .and_then(|(sum, more)| sum.checked_add(more));
            lines.push(OrderLine {
                item: item.id,
                name: item.fields.name.clone(),
                quantity: line.quantity,
                price: item.fields.price,
            });
        }
        match total {
            Some(total) if faults.is_empty() => Ok(Priced { lines, total }),
            Some(_) => Err(faults),
            None => Err(ValidationErrors::only(
                Field::Lines,
                Reason::OutOfRange { max: MAX_QUANTITY },
            )),
        }
    }
}

impl NewLine {
    /// The item, if the shop has what the line asks for.
    fn offered<'a>(&self, item: Option<&'a Item>) -> Result<&'a Item, Reason> {
        let item = item.filter(|item| item.visible);
        let item = item.ok_or(Reason::UnknownItem)?;
        if item.is_sold_out() {
            return Err(Reason::SoldOut);
        }
        if let Some(left) = item.left().filter(|left| *left < self.quantity) {
            return Err(Reason::TooFewLeft { left });
        }
        if self
            .seen_price
            .is_some_and(|seen| seen != item.fields.price)
        {
            return Err(Reason::PriceChanged {
                price: item.fields.price,
            });
        }
        Ok(item)
    }
}

fn request_key(text: &str) -> Result<String, Reason> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    if (8..=64).contains(&text.len()) && text.bytes().all(allowed) {
        Ok(text.to_owned())
    } else {
        Err(Reason::NotAKey)
    }
}

fn parse_lines(drafts: &[LineDraft], faults: &mut ValidationErrors) -> Vec<NewLine> {
    if drafts.is_empty() {
        faults.add(Field::Lines, Reason::Empty);
    }
    if drafts.len() > MAX_LINES {
        faults.add(Field::Lines, Reason::TooMany { max: MAX_LINES });
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut lines = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let field = Field::Line(draft.item);
        if !seen.insert(draft.item) {
            faults.add(field, Reason::Twice);
        }
        match u32::try_from(draft.quantity) {
            Ok(quantity @ 1..=MAX_QUANTITY) => lines.push(NewLine {
                item: draft.item,
                quantity,
                seen_price: draft.price,
            }),
            _ => faults.add(field, Reason::OutOfRange { max: MAX_QUANTITY }),
        }
    }
    lines
}

#[cfg(test)]
#[path = "new_order_tests.rs"]
mod tests;
