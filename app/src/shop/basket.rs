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
        let count = |key| (typed.quantity(key).parse().unwrap_or(0), Money::ZERO);
        Self::of(sections, count)
    }

    /// The lines of a menu, each with how many of it, and what the chosen options add.
    fn of(sections: &[Section], chosen: impl Fn(LineKey) -> (u32, Money)) -> Self {
        let mut lines = Vec::new();
        for dish in sections.iter().flat_map(|section| &section.dishes) {
            let places = if dish.options.is_empty() {
                1
            } else {
                MAX_PLACES
            };
            for place in 0..places {
                let item = dish.id;
                let key = LineKey { item, place };
                let (count, extra) = chosen(key);
                lines.push(Line {
                    key,
                    name: dish.name.clone(),
                    price: dish.price,
                    extra,
                    count,
                });
            }
        }
        Self(lines)
    }

    /// Chooses so many for a line, with options that add so much to the price of one.
    pub fn set(&mut self, key: LineKey, count: u32, extra: Money) {
        if let Some(line) = self.0.iter_mut().find(|line| line.key == key) {
            (line.count, line.extra) = (count, extra);
        }
    }

    /// How many of a dish are chosen, in whatever way.
    pub fn count(&self, item: ItemId) -> u32 {
        let lines = self.0.iter().filter(|line| line.key.item == item);
        lines.map(|line| line.count).fold(0, u32::saturating_add)
    }

    /// How many of a line are chosen.
    pub fn count_of(&self, key: LineKey) -> u32 {
        self.find(key).map_or(0, |line| line.count)
    }

    /// Takes another menu in: what was chosen of dishes that it still has stays.
    pub fn take_in(&mut self, sections: &[Section]) {
        let chosen = |key| {
            let line = self.find(key);
            line.map_or((0, Money::ZERO), |line| (line.count, line.extra))
        };
        *self = Self::of(sections, chosen);
    }

    fn find(&self, key: LineKey) -> Option<&Line> {
        self.0.iter().find(|line| line.key == key)
    }

    /// What it comes to; `None` where that is more than can be counted.
    pub fn total(&self) -> Option<Money> {
        self.0.iter().try_fold(Money::ZERO, |sum, line| {
            let price = line.price.checked_add(line.extra)?;
            sum.checked_add(price.checked_mul(line.count)?)
        })
    }

    /// Every line, and what its dish is called.
    pub fn lines(&self) -> impl Iterator<Item = (LineKey, &str)> {
        self.0.iter().map(|line| (line.key, line.name.as_str()))
    }
}
