//! A group of options, which any number of dishes can have.

use crate::{
    ids::{ChoiceId, OptionGroupId},
    language::Localized,
    money::Money,
};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// How many choices of a group can be taken.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Selection {
    /// One: a size.
    One,
    /// Any number: extras.
    Several,
}

impl Selection {
    /// The name in forms, in the API and in the store.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// One choice of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionChoice {
    /// Its number in the group; from 1. None is given out twice.
    pub number: u32,
    /// What it is called.
    pub name: Localized,
    /// What it adds to the price of one, in minor units.
    pub price: Money,
    /// Whether it is chosen at first.
    pub is_default: bool,
}

/// What the shop says of a group of options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionGroupFields {
    /// What it is called.
    pub name: Localized,
    /// How many choices can be taken.
    pub selection: Selection,
    /// Whether at least one has to be taken.
    pub required: bool,
    /// What there is to choose, in the order in which it is shown; at least one.
    pub choices: Vec<OptionChoice>,
}

/// A group of options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionGroup {
    /// Its identity.
    pub id: OptionGroupId,
    /// What the shop says of it.
    pub fields: OptionGroupFields,
    /// Grows by one with each change; from 1.
    pub version: u32,
    /// The highest number of a choice that was given out.
    pub last_choice: u32,
}

impl OptionGroup {
    /// The identity of one of its choices.
    pub fn choice_id(&self, choice: &OptionChoice) -> ChoiceId {
        ChoiceId {
            group: self.id,
            number: choice.number,
        }
    }
}
