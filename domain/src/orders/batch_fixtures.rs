//! A small shop for the tests of orders.

use super::{CustomerDraft, LastOrder, LineDraft, NewOrder, Order, OrderBatch, OrderDraft};
use crate::{
    clock::ShopClock,
    language::Localized,
    menu::{CategoryId, Item, ItemFields, ItemId},
    money::{Currency, Money},
};
use delivery::{Clock, Timestamp};
use std::collections::HashMap;

/// A clock that stands still at four past twelve.
pub(super) struct StoppedClock;

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(1_795_190_640_000)
    }

    fn offset(&self, _: Timestamp) -> i32 {
        0
    }
}

impl ShopClock for StoppedClock {
    fn time(&self, _: Timestamp) -> String {
        "12:04".to_owned()
    }

    fn day(&self, _: Timestamp) -> String {
        "2026-11-21".to_owned()
    }

    fn knows_zone(&self, name: &str) -> bool {
        name == "UTC"
    }

    fn set_zone(&self, _: &str) {}
}

pub(super) fn clock() -> StoppedClock {
    StoppedClock
}

pub(super) fn item(id: i64, stock: Option<u32>) -> Item {
    let text = || Localized {
        zh: "面".to_owned(),
        en: "noodles".to_owned(),
    };
    Item {
        id: ItemId(id),
        category: CategoryId(1),
        fields: ItemFields {
            name: text(),
            description: text(),
            price: Money::from_minor(100),
            stock,
            marks: Vec::new(),
            options: Vec::new(),
        },
        option_groups: Vec::new(),
        photo: None,
        visible: true,
        sold_out_today: false,
        version: 1,
    }
}

/// An order for so many of an item.
pub(super) fn new_order(request: u32, item: i64, quantity: i64) -> NewOrder {
    let draft = OrderDraft {
        request_id: format!("request-{request}"),
        customer: CustomerDraft {
            name: "Li".to_owned(),
            phone: "13800138000".to_owned(),
        },
        note: String::new(),
        lines: vec![LineDraft {
            item: ItemId(item),
            place: 0,
            quantity,
            price: None,
            options: Vec::new(),
        }],
        ..OrderDraft::default()
    };
    NewOrder::parse(&draft).unwrap()
}

pub(super) fn batch(items: Vec<Item>, last: LastOrder) -> OrderBatch<'static> {
    let now = StoppedClock.now();
    OrderBatch::new(
        &StoppedClock,
        Currency::CNY,
        now,
        HashMap::new(),
        items,
        last,
    )
}

/// An order that was just placed.
pub(super) fn order() -> Order {
    let mut batch = batch(vec![item(1, None)], LastOrder::default());
    batch
        .place(&new_order(1, 1, 1), "token")
        .unwrap()
        .into_order()
}
