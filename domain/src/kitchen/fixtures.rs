//! Orders and categories for tests.

use super::{KitchenLine, KitchenOrder};
use crate::{
    Timestamp,
    handover::Handover,
    language::Localized,
    menu::{CategoryId, CategoryName, ItemId},
    money::Money,
    orders::{OrderId, OrderLine, OrderStatus},
};

pub(super) fn text(text: &str) -> Localized {
    Localized {
        zh: String::new(),
        en: text.to_owned(),
    }
}

pub(super) fn category(id: i64, station: Option<&str>) -> CategoryName {
    CategoryName {
        id: CategoryId(id),
        name: text(&format!("C{id}")),
        station: station.map(str::to_owned),
    }
}

/// An accepted order of those items, each that often. An item stands in the category of its
/// number.
pub(super) fn order(number: u32, lines: &[(i64, u32)]) -> KitchenOrder {
    let lines = (0..)
        .zip(lines)
        .map(|(place, &(item, quantity))| KitchenLine {
            place,
            line: OrderLine {
                item: ItemId(item),
                name: text(&format!("D{item}")),
                quantity,
                price: Money::ZERO,
                options: Vec::new(),
            },
            category: Some(CategoryId(item)),
            made: None,
        });
    KitchenOrder {
        id: OrderId(number.into()),
        number,
        status: OrderStatus::Accepted,
        version: 2,
        note: String::new(),
        handover: Handover::default(),
        wanted: None,
        placed_at: Timestamp::from_millis(i64::from(number) * 60_000),
        lines: lines.collect(),
    }
}
