//! The menu, in the customer's language.

use crate::words;
use domain::{
    language::Language,
    menu::{
        Category, CategoryId, ChoiceId, Item, ItemId, OptionGroupId, PhotoId,
        options::{OptionGroup, Selection},
    },
    money::Money,
    orders::MAX_QUANTITY,
};
use serde::Serialize;

/// A dish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// What can be chosen of it.
    pub options: Vec<DishOptions>,
    /// What it looks like, if there is a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<PhotoId>,
}

/// A group of options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DishOptions {
    /// The group.
    pub id: OptionGroupId,
    /// What it is called.
    pub name: String,
    /// Whether more than one can be taken.
    pub several: bool,
    /// Whether one has to be taken.
    pub required: bool,
    /// What there is to choose.
    pub choices: Vec<DishChoice>,
}

/// One choice of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DishChoice {
    /// Which choice.
    pub id: ChoiceId,
    /// What it is called.
    pub name: String,
    /// What it adds to the price of one, in minor units.
    pub price: Money,
    /// Whether it is chosen at first.
    pub is_default: bool,
}

impl DishOptions {
    /// What the field of one of its choices is called: of radio buttons, those of one name
    /// exclude each other.
    pub fn field_name(&self, choice: &DishChoice) -> String {
        match self.several {
            true => format!("c{}", choice.id),
            false => format!("g{}", self.id),
        }
    }
}

impl DishChoice {
    /// What is sent where it is chosen: `3-1:200`, the choice and the price that the
    /// customer is shown, in minor units.
    pub fn form_value(&self) -> String {
        format!("{}:{}", self.id, self.price.minor())
    }
}

impl Dish {
    /// How many one order can have of it.
    pub fn most(&self) -> u32 {
        self.left.unwrap_or(MAX_QUANTITY).min(MAX_QUANTITY)
    }
}

/// A heading of the menu and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The category.
    pub id: CategoryId,
    /// The heading.
    pub name: String,
    /// The dishes.
    pub dishes: Vec<Dish>,
}

impl Section {
    /// The menu in one language, in the shop's order.
    pub fn all(menu: &[Category], language: Language) -> Vec<Self> {
        let options = |group: &OptionGroup| DishOptions::new(group, language);
        let dish = |item: &Item| Dish {
            id: item.id,
            left: item.left(),
            name: item.fields.name.get(language).to_owned(),
            description: item.fields.description.get(language).to_owned(),
            price: item.fields.price,
            marks: words::marks(language, &item.fields.marks),
            options: item.option_groups.iter().map(options).collect(),
            photo: item.photo.clone(),
        };
        let sections = menu.iter().map(|category| Self {
            id: category.id,
            name: category.name.get(language).to_owned(),
            dishes: category.items.iter().map(dish).collect(),
        });
        sections.collect()
    }
}

impl DishOptions {
    fn new(group: &OptionGroup, language: Language) -> Self {
        let fields = &group.fields;
        let choices = fields.choices.iter().map(|choice| DishChoice {
            id: group.choice_id(choice),
            name: choice.name.get(language).to_owned(),
            price: choice.price,
            is_default: choice.is_default,
        });
        Self {
            id: group.id,
            name: fields.name.get(language).to_owned(),
            several: fields.selection == Selection::Several,
            required: fields.required,
            choices: choices.collect(),
        }
    }
}
