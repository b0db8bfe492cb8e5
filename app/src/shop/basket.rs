//! What the customer has chosen so far.

use super::{LineKey, PlaceOrder, Section, line_key::MAX_PLACES};
use domain::{menu::ItemId, money::Money};

/// Every line of the form, and how many of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket(Vec<Line>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    key: LineKey,
    name: String,
    price: Money,
    /// What the chosen options add to the price of one.
    extra: Money,
    count: u32,
}

impl Basket {
    /// The menu, with as many of each dish as were typed.
    pub fn new(sections: &[Section], typed: &PlaceOrder) -> Self {
        let dishes = sections.iter().flat_map(|section| &section.dishes);
        let lines = dishes.flat_map(|dish| {
            let places = if dish.options.is_empty() {
                1
            } else {
                MAX_PLACES
            };
            (0..places).map(move |place| {
                let item = dish.id;
                let key = LineKey { item, place };
                Line {
                    key,
                    name: dish.name.clone(),
                    price: dish.price,
                    extra: Money::ZERO,
                    count: typed.quantity(key).parse().unwrap_or(0),
                }
            })
        });
        Self(lines.collect())
    }

    /// Chooses so many for a line, with options that add so much to the price of one.
    pub fn set(&mut self, key: LineKey, count: u32, extra: Money) {
        if let Some(line) = self.0.iter_mut().find(|line| line.key == key) {
            (line.count, line.extra) = (count, extra);
        }
    }

    /// What it comes to; `None` where that is more than can be counted.
    pub fn total(&self) -> Option<Money> {
        self.0.iter().try_fold(Money::ZERO, |sum, line| {
            let price = line.price.checked_add(line.extra)?;
            sum.checked_add(price.checked_mul(line.count)?)
        })
    }

    /// What a dish is called.
    pub fn name(&self, item: ItemId) -> Option<&str> {
        let line = self.0.iter().find(|line| line.key.item == item)?;
        Some(&line.name)
    }
}
