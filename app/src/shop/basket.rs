//! What the customer has chosen so far.

use super::{PlaceOrder, Section};
use domain::{menu::ItemId, money::Money};

/// Every dish of the menu, and how many of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basket(Vec<Choice>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    item: ItemId,
    name: String,
    price: Money,
    count: u32,
}

impl Basket {
    /// The menu, with as many of each dish as were typed.
    pub fn new(sections: &[Section], typed: &PlaceOrder) -> Self {
        let dishes = sections.iter().flat_map(|section| &section.dishes);
        let choices = dishes.map(|dish| Choice {
            item: dish.id,
            name: dish.name.clone(),
            price: dish.price,
            count: typed.quantity(dish.id).parse().unwrap_or(0),
        });
        Self(choices.collect())
    }

    /// Chooses so many of a dish.
    pub fn set(&mut self, item: ItemId, count: u32) {
        if let Some(choice) = self.0.iter_mut().find(|choice| choice.item == item) {
            choice.count = count;
        }
    }

    /// How many of a dish are chosen.
    pub fn count(&self, item: ItemId) -> u32 {
        let choice = self.0.iter().find(|choice| choice.item == item);
        choice.map_or(0, |choice| choice.count)
    }

    /// Takes another menu in: what was chosen of dishes that it still has stays.
    pub fn take_in(&mut self, sections: &[Section]) {
        let dishes = sections.iter().flat_map(|section| &section.dishes);
        let choices = dishes.map(|dish| Choice {
            item: dish.id,
            name: dish.name.clone(),
            price: dish.price,
            count: self.count(dish.id),
        });
        self.0 = choices.collect();
    }

    /// What it comes to; `None` where that is more than can be counted.
    pub fn total(&self) -> Option<Money> {
        self.0.iter().try_fold(Money::ZERO, |sum, choice| {
            sum.checked_add(choice.price.checked_mul(choice.count)?)
        })
    }

    /// What a dish is called.
    pub fn name(&self, item: ItemId) -> Option<&str> {
        let choice = self.0.iter().find(|choice| choice.item == item)?;
        Some(&choice.name)
    }
}
