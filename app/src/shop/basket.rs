//! What the customer has chosen, beside the menu of now.

use super::{
    Dish, LineFields, LineKey, PlaceOrder, Section,
    line_key::MAX_PLACES,
    news::{LineNews, of_line},
};
use domain::{menu::ItemId, money::Money, orders::MAX_QUANTITY};

/// All lines of the form with something in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket {
    /// The lines, in the order of the menu.
    pub lines: Vec<ChosenLine>,
    /// How many lines are of dishes that are not on the menu any more.
    pub gone: usize,
}

/// A line of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenLine {
    /// Which line it is.
    pub key: LineKey,
    /// What the dish is called.
    pub name: String,
    /// What is chosen of it, as far as that can still be had.
    pub options: Vec<String>,
    /// How many.
    pub quantity: u32,
    /// The price of one with its options, now, in minor units.
    pub price: Money,
    /// What the customer has to know before ordering.
    pub news: Vec<LineNews>,
}

impl Basket {
    /// What was typed, by the menu of now. What is no number that can be ordered is not
    /// counted: the order is refused for it.
    pub fn new(sections: &[Section], typed: &PlaceOrder) -> Self {
        let dishes = sections.iter().flat_map(|section| &section.dishes);
        let mut lines = Vec::new();
        for dish in dishes.clone() {
            let typed = typed.lines_of(dish.id);
            let places = (0..MAX_PLACES).zip(typed);
            let chosen = places.filter_map(|(place, fields)| {
                let fields = fields?;
                Some((place, quantity(&fields)?, fields))
            });
            let chosen: Vec<_> = chosen.collect();
            let all = chosen.iter().map(|(_, quantity, _)| quantity).sum();
            lines.extend(chosen.iter().map(|(place, quantity, fields)| {
                let item = dish.id;
                let key = LineKey {
                    item,
                    place: *place,
                };
                ChosenLine::new(key, dish, *quantity, all, fields)
            }));
        }
        let known = |item: ItemId| dishes.clone().any(|dish| dish.id == item);
        let gone = typed.wanted().filter(|item| !known(*item)).count();
        Self { lines, gone }
    }

    /// How many of a line are chosen.
    pub fn quantity(&self, key: LineKey) -> u32 {
        let line = self.lines.iter().find(|line| line.key == key);
        line.map_or(0, |line| line.quantity)
    }

    /// How many dishes are chosen.
    pub fn count(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// What it comes to, in minor units; `None` where that is more than can be counted.
    pub fn total(&self) -> Option<Money> {
        self.lines.iter().try_fold(Money::ZERO, |sum, line| {
            sum.checked_add(line.price.checked_mul(line.quantity)?)
        })
    }
}

/// How many are wanted, where that many can be ordered.
fn quantity(fields: &LineFields) -> Option<u32> {
    let quantity = fields.quantity.trim().parse().ok()?;
    (1..=MAX_QUANTITY).contains(&quantity).then_some(quantity)
}

impl ChosenLine {
    /// So many of a dish; `all` are wanted of it, in whatever way.
    fn new(key: LineKey, dish: &Dish, quantity: u32, all: u32, fields: &LineFields) -> Self {
        let choices = dish.options.iter().flat_map(|group| &group.choices);
        let chosen: Vec<_> = choices.filter(|choice| fields.has_chosen(choice)).collect();
        let extra = chosen.iter().map(|choice| choice.price.minor()).sum();
        let price = dish.price.checked_add(Money::from_minor(extra));
        Self {
            key,
            name: dish.name.clone(),
            options: chosen.iter().map(|choice| choice.name.clone()).collect(),
            quantity,
            price: price.unwrap_or(dish.price),
            news: of_line(dish, all, fields, chosen.len()),
        }
    }
}
