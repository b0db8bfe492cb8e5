//! Where orders are rung up, one after the other: each finds what those before
//! it have left.

use super::{menu, new_orders, order_rows, place::Wanted, writer::Terms};
use domain::{
    menu::{Item, ItemId},
    new_order::Priced,
    order::{Order, OrderId, OrderLine, Placed},
    ports::PlaceError,
    status::OrderStatus,
    time::Timestamp,
};
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// The shop at one moment, as far as it concerns some orders.
pub(super) struct Till<'a> {
    terms: &'a Terms,
    now: Timestamp,
    /// The shop's day.
    day: String,
    /// The orders that were placed, by the keys of their requests.
    placed: HashMap<String, Order>,
    /// The items that the orders name, with what is left of them.
    items: HashMap<ItemId, Item>,
    /// What was sold here of the items of which there is a limited number.
    sold: HashMap<ItemId, u32>,
    /// What the next order is counted from.
    last: new_orders::Last,
}

impl<'a> Till<'a> {
    /// Reads all that it takes to place those orders, in a transaction that
    /// writes: nobody else changes it meanwhile.
    pub(super) async fn open(
        db: &mut SqliteConnection,
        terms: &'a Terms,
        wanted: &[Wanted],
    ) -> Result<Self, sqlx::Error> {
        let orders = || wanted.iter().map(|wanted| &wanted.order);
        let keys = orders().map(|order| &*order.request_id);
        let placed = order_rows::placed_before(&mut *db, &*terms.calendar, keys).await?;
        let lines = orders().flat_map(|order| &order.lines);
        let items = menu::items(&mut *db, lines.map(|line| line.item)).await?;
        let now = terms.calendar.now();
        let day = terms.calendar.day(now);
        Ok(Self {
            terms,
            now,
            last: new_orders::last(db, &day).await?,
            day,
            placed,
            items: items.into_iter().map(|item| (item.id, item)).collect(),
            sold: HashMap::new(),
        })
    }

    /// When the orders are placed.
    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// How many were sold of each item of which there is a limited number.
    pub(super) fn sold(&self) -> &HashMap<ItemId, u32> {
        &self.sold
    }

    /// Rings an order up, unless its request has placed it before.
    ///
    /// # Errors
    /// What the menu does not allow; nothing was sold.
    pub(super) fn place(&mut self, wanted: &Wanted) -> Result<Placed, PlaceError> {
        let request = &wanted.order.request_id;
        if let Some(order) = self.placed.get(request) {
            return Ok(Placed::Before(order.clone()));
        }
        let priced = wanted.order.price(|id| self.items.get(&id))?;
        self.take(&priced.lines);
        let order = self.number(wanted, priced);
        self.placed.insert(request.clone(), order.clone());
        Ok(Placed::New(order))
    }

    fn take(&mut self, lines: &[OrderLine]) {
        for line in lines {
            let item = self.items.get_mut(&line.item);
            if let Some(left) = item.and_then(|item| item.stock.as_mut()) {
                // The price was asked before: there are as many.
                *left = left.saturating_sub(line.quantity);
                *self.sold.entry(line.item).or_default() += line.quantity;
            }
        }
    }

    fn number(&mut self, wanted: &Wanted, Priced { lines, total }: Priced) -> Order {
        self.last.id += 1;
        self.last.number += 1;
        Order {
            id: OrderId(self.last.id),
            token: wanted.token.clone(),
            number: self.last.number,
            status: OrderStatus::Placed,
            version: 1,
            currency: self.terms.currency,
            total,
            customer: wanted.order.customer.clone(),
            note: wanted.order.note.clone(),
            lines,
            placed_at: self.now,
            placed_time: self.terms.calendar.time(self.now),
            day: self.day.clone(),
            handled: None,
        }
    }
}
