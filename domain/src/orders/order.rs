//! An order, as it is kept, listed and sent.

use super::{Handled, Moment, OrderStatus, Payment, StatusReason};
use crate::{
    Cursor, Timestamp,
    handover::Handover,
    language::{Language, Localized},
    menu::{ItemId, options::ChosenOption},
    money::{Currency, Money},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of an order inside the back office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrderId(pub i64);

impl fmt::Display for OrderId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Who ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// The name to call out.
    pub name: String,
    /// The number to call.
    pub phone: String,
}

/// So many of one item, at the price and by the name of when it was ordered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine<Name = Localized> {
    /// Which item.
    pub item: ItemId,
    /// What it was called.
    pub name: Name,
    /// How many.
    pub quantity: u32,
    /// The price of one with its options, in minor units.
    pub price: Money,
    /// What was chosen of it.
    // Orders of before there were options have none.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ChosenOption<Name>>,
}

/// An order. `Name` is [`Localized`] where the readers' languages differ (the
/// log), and `String` where the reader is known (an answer of the API).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order<Name = Localized> {
    /// The identity inside the back office.
    pub id: OrderId,
    /// The unguessable name of the customer's page.
    pub token: String,
    /// The order's number of the day, the one that is called out; from 1.
    pub number: u32,
    /// Where it is in its life.
    pub status: OrderStatus,
    /// Grows by one with each change; from 1.
    pub version: u32,
    /// What its amounts are in.
    pub currency: Currency,
    /// The sum of all lines, in minor units.
    pub total: Money,
    /// Who ordered.
    pub customer: Customer,
    /// What the customer wants the shop to know; possibly nothing.
    pub note: String,
    /// How it gets to whoever ordered it.
    #[serde(default, skip_serializing_if = "Handover::is_pick_up")]
    pub handover: Handover,
    /// When it is wanted; `None` for as soon as possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted: Option<Moment>,
    /// What was ordered; at least one line.
    pub lines: Vec<OrderLine<Name>>,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// When it was placed, on the shop's clock: `12:04`.
    pub placed_time: String,
    /// The shop's day that it belongs to: `2026-11-21`.
    pub day: String,
    /// Who changed its status last, and when; `None` while nobody has.
    pub handled: Option<Handled>,
    /// Whether that can be taken back, as long as it has just happened.
    // Most orders have nothing of what follows; those of before have none of it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub can_undo: bool,
    /// When it will be ready, as the shop said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Moment>,
    /// Why it was rejected or cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<StatusReason>,
    /// How it was paid; `None` while it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// What was given back of it, in minor units.
    #[serde(default, skip_serializing_if = "Money::is_zero")]
    pub refunded: Money,
    /// Who took it at the counter or by phone; `None` where the customer placed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_by: Option<String>,
    /// When its customer last asked where it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hurried: Option<Moment>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl<Name> Order<Name> {
    /// The order as one sees it who has only its token: without the full
    /// telephone number and address, without the name of who works on it.
    pub fn for_customer(mut self) -> Self {
        self.customer.phone = masked(&self.customer.phone);
        self.handover = self.handover.with_masked_address();
        if let Some(handled) = &mut self.handled {
            handled.by.clear();
        }
        self.taken_by = None;
        self.can_undo = false;
        self
    }

    /// Whether nobody has noted yet how it was paid, and it is still wanted.
    pub fn is_to_be_paid(&self) -> bool {
        self.payment.is_none() && !self.status.is_called_off() && !self.total.is_zero()
    }

    /// What of it was not given back, in minor units.
    pub fn left_to_refund(&self) -> Money {
        Money::from_minor(self.total.minor().saturating_sub(self.refunded.minor()))
    }

    /// When it will be ready, as long as it is not over.
    pub fn promise(&self) -> Option<&Moment> {
        let promised = self.promised.as_ref();
        promised.filter(|_| !self.status.is_final())
    }
}

impl Order<Localized> {
    /// The order in one language.
    pub fn in_language(self, language: Language) -> Order<String> {
        let lines = self.lines.into_iter().map(|line| OrderLine {
            item: line.item,
            name: line.name.get(language).to_owned(),
            quantity: line.quantity,
            price: line.price,
            options: line
                .options
                .into_iter()
                .map(|option| option.in_language(language))
                .collect(),
        });
        Order {
            lines: lines.collect(),
            id: self.id,
            token: self.token,
            number: self.number,
            status: self.status,
            version: self.version,
            currency: self.currency,
            total: self.total,
            customer: self.customer,
            note: self.note,
            handover: self.handover,
            wanted: self.wanted,
            placed_at: self.placed_at,
            placed_time: self.placed_time,
            day: self.day,
            handled: self.handled,
            can_undo: self.can_undo,
            promised: self.promised,
            reason: self.reason,
            payment: self.payment,
            refunded: self.refunded,
            taken_by: self.taken_by,
            hurried: self.hurried,
        }
    }
}

/// A telephone number with all but its last four digits hidden.
fn masked(phone: &str) -> String {
    let count = phone.chars().count();
    let hide = |(place, c): (usize, char)| if place + 4 < count { '•' } else { c };
    phone.chars().enumerate().map(hide).collect()
}

/// An order was asked for; this is it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placed {
    /// It is new.
    New(Order),
    /// The same request had placed it before; nothing was done now.
    Before(Order),
}

impl Placed {
    /// The order, new or not.
    pub fn into_order(self) -> Order {
        match self {
            Self::New(order) | Self::Before(order) => order,
        }
    }
}

/// The orders that the back office shows, and up to where the log is told by
/// them: both read at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrdersSnapshot {
    /// The day's orders and those of earlier days that are still open, newest
    /// first, each with the event that announced it.
    pub orders: Vec<(Cursor, Order)>,
    /// The newest event of the log at that moment.
    pub cursor: Cursor,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_phone_the_last_four_digits_are_shown() {
        assert_eq!(masked("13800138000"), "•••••••8000");
        assert_eq!(masked("12345"), "•2345");
    }
}
