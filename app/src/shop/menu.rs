//! The menu, in the customer's language.

use domain::{menu::ItemId, money::Money};
use serde::{Deserialize, Serialize};

/// A dish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dish {
    /// The item.
    pub id: ItemId,
    /// What it is called.
    pub name: String,
    /// A line about it.
    pub description: String,
    /// The price of one, in minor units.
    pub price: Money,
    /// How many can be ordered; `None` where there is no limit.
    pub left: Option<u32>,
}

/// A heading of the menu and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub name: String,
    /// The dishes.
    pub dishes: Vec<Dish>,
}

#[cfg(feature = "ssr")]
impl Section {
    /// The menu in one language, by category, in the shop's order.
    pub fn all(menu: Vec<domain::menu::Item>, language: domain::language::Language) -> Vec<Self> {
        let mut sections: Vec<Self> = Vec::new();
        for item in menu {
            let name = item.category.get(language);
            let dish = Dish {
                id: item.id,
                left: item.left(),
                name: item.name.get(language).to_owned(),
                description: item.description.get(language).to_owned(),
                price: item.price,
            };
            match sections.last_mut() {
                Some(section) if section.name == name => section.dishes.push(dish),
                _ => sections.push(Self {
                    name: name.to_owned(),
                    dishes: vec![dish],
                }),
            }
        }
        sections
    }
}
