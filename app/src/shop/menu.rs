//! The menu, in the customer's language.

#[cfg(feature = "ssr")]
use crate::words;
#[cfg(feature = "ssr")]
use domain::{
    language::Language,
    menu::{Category, Item},
};
use domain::{
    menu::{CategoryId, ItemId},
    money::Money,
    orders::MAX_QUANTITY,
};
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
    /// What guests want to know before they eat it, in words.
    pub marks: Vec<String>,
}

impl Dish {
    /// How many one order can have of it.
    pub fn most(&self) -> u32 {
        self.left.unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY)
    }
}

/// A heading of the menu and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The category.
    pub id: CategoryId,
    /// The heading.
    pub name: String,
    /// The dishes.
    pub dishes: Vec<Dish>,
}

#[cfg(feature = "ssr")]
impl Section {
    /// The menu in one language, in the shop's order.
    pub fn all(menu: &[Category], language: Language) -> Vec<Self> {
        let dish = |item: &Item| Dish {
            id: item.id,
            left: item.left(),
            name: item.fields.name.get(language).to_owned(),
            description: item.fields.description.get(language).to_owned(),
            price: item.fields.price,
            marks: words::marks(language, &item.fields.marks),
        };
        let sections = menu.iter().map(|category| Self {
            id: category.id,
            name: category.name.get(language).to_owned(),
            dishes: category.items.iter().map(dish).collect(),
        });
        sections.collect()
    }
}
