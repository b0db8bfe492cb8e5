//! What guests want to know of a dish before they eat it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A mark beside a dish: a taste, a diet, or an allergen.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Mark {
    /// It is hot.
    Spicy,
    /// No meat, no fish.
    Vegetarian,
    /// Nothing of animals.
    Vegan,
    /// Nuts or peanuts.
    Nuts,
    /// Wheat, rye, barley or oats.
    Gluten,
    /// Fish, crustaceans or molluscs.
    Seafood,
    /// Milk, and what is made of it.
    Dairy,
    /// Eggs.
    Egg,
    /// Soya.
    Soy,
}

impl Mark {
    /// The name in forms, in the API and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}
