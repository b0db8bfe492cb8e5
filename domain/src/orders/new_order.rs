//! How an order comes to be: what was typed, checked once.

use super::Customer;
use crate::{
    Timestamp,
    handover::{Handover, HandoverDraft},
    menu::{ItemId, options::WantedChoice},
    money::Money,
    text,
    users::User,
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
/// The most choices of one line.
const MAX_OPTIONS: usize = 100;

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
    /// How it gets to whoever orders; by default it is picked up.
    pub handover: HandoverDraft,
    /// When it is wanted, by the shop's clock: `18:30`; blank for as soon as possible.
    pub wanted: String,
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
    /// Its place among the lines of that item, from 0: it only tells whoever sends it
    /// where something is wrong.
    #[serde(default)]
    pub place: u8,
    /// How many.
    pub quantity: i64,
    /// The price that the customer was shown, without options, in minor units: if it
    /// is given and the shop's differs by now, the order is refused.
    #[serde(default)]
    pub price: Option<Money>,
    /// What is chosen of it.
    #[serde(default)]
    pub options: Vec<WantedChoice>,
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
    /// How it gets to whoever orders.
    pub handover: Handover,
    /// When it is wanted, once the shop has agreed to that; `None` for as soon as possible.
    pub wanted_at: Option<Timestamp>,
    /// What is ordered: each item once with the same options, at least one.
    pub lines: Vec<NewLine>,
    /// Who takes it at the counter or by phone; `None` where the customer places it.
    pub taken_by: Option<String>,
}

/// So many of one item, all alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// Which item.
    pub item: ItemId,
    /// Its place among the lines of that item.
    pub place: u8,
    /// How many: 1 to [`MAX_QUANTITY`].
    pub quantity: u32,
    /// The price that the customer was shown, without options.
    pub seen_price: Option<Money>,
    /// What is chosen of it.
    pub options: Vec<WantedChoice>,
}

impl NewOrder {
    /// Checks the form of what was typed.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(draft: &OrderDraft) -> Result<Self, ValidationErrors> {
        let CustomerDraft { name, phone } = &draft.customer;
        Self::parse_of(draft, text::line(name, MAX_NAME), text::phone(phone))
    }

    /// Checks the form of what was typed by whoever takes it at the counter or by phone. Who
    /// orders need not say a number, nor a name: then it is `unnamed`.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse_taken(
        draft: &OrderDraft,
        unnamed: &str,
        by: &User,
    ) -> Result<Self, ValidationErrors> {
        let name = match draft.customer.name.trim() {
            "" => unnamed,
            name => name,
        };
        let phone = match draft.customer.phone.trim() {
            "" => Ok(String::new()),
            phone => text::phone(phone),
        };
        let order = Self::parse_of(draft, text::line(name, MAX_NAME), phone)?;
        Ok(Self {
            taken_by: Some(by.name.clone()),
            ..order
        })
    }

    /// Checks the rest, of a customer who is known as far as that was sound.
    fn parse_of(
        draft: &OrderDraft,
        name: Result<String, Reason>,
        phone: Result<String, Reason>,
    ) -> Result<Self, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let request_id = faults.check(Field::RequestId, text::request_key(&draft.request_id));
        let name = faults.check(Field::Name, name);
        let phone = faults.check(Field::Phone, phone);
        let note = faults.check(Field::Note, text::paragraph(&draft.note, MAX_NOTE));
        let handover = draft.handover.parse(&mut faults);
        if draft.lines.is_empty() {
            faults.add(Field::Lines, Reason::Empty);
        }
        let lines = parse_lines(&draft.lines, &mut faults);
        match (request_id, name, phone, note, handover) {
            (Some(request_id), Some(name), Some(phone), Some(note), Some(handover))
                if faults.is_empty() =>
            {
                Ok(Self {
                    request_id,
                    customer: Customer { name, phone },
                    note,
                    handover,
                    wanted_at: None,
                    lines,
                    taken_by: None,
                })
            }
            _ => Err(faults),
        }
    }
}

/// Checks the form of lines, possibly of none.
pub(super) fn parse_lines(drafts: &[LineDraft], faults: &mut ValidationErrors) -> Vec<NewLine> {
    if drafts.len() > MAX_LINES {
        faults.add(Field::Lines, Reason::TooMany { max: MAX_LINES });
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut lines = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let field = Field::Line(draft.item, draft.place);
        let mut choices: Vec<_> = draft.options.iter().map(|wanted| wanted.choice).collect();
        choices.sort_unstable();
        if !seen.insert((draft.item, choices)) {
            faults.add(field, Reason::Twice);
        }
        if draft.options.len() > MAX_OPTIONS {
            faults.add(field, Reason::UnknownOption);
        }
        match u32::try_from(draft.quantity) {
            Ok(quantity @ 1..=MAX_QUANTITY) => lines.push(NewLine {
                item: draft.item,
                place: draft.place,
                quantity,
                seen_price: draft.price,
                options: draft.options.clone(),
            }),
            _ => faults.add(field, Reason::OutOfRange { max: MAX_QUANTITY }),
        }
    }
    lines
}

#[cfg(test)]
#[path = "new_order_tests.rs"]
mod tests;
