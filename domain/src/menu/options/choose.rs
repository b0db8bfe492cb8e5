//! Whether what a guest chose of a dish can be had, and what it adds to the price.

use super::{OptionGroup, Selection};
use crate::{
    ids::ChoiceId,
    language::{Language, Localized},
    money::Money,
    validation::Reason,
};
use serde::{Deserialize, Serialize};

/// A choice that somebody wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantedChoice {
    /// Which choice.
    pub choice: ChoiceId,
    /// What the customer was shown that it adds, in minor units: if it is given and the
    /// shop's differs by now, the order is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
}

/// A choice that was ordered, by the name and at the price of that moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenOption<Name = Localized> {
    /// Which choice.
    pub choice: ChoiceId,
    /// What it was called.
    pub name: Name,
    /// What it added to the price of one, in minor units.
    pub price: Money,
}

impl ChosenOption<Localized> {
    /// The choice in one language.
    pub fn in_language(self, language: Language) -> ChosenOption<String> {
        ChosenOption {
            choice: self.choice,
            name: self.name.get(language).to_owned(),
            price: self.price,
        }
    }
}

/// What was chosen of those groups, in the order in which the shop shows it.
///
/// # Errors
/// - [`Reason::UnknownOption`]: a choice is none of these.
/// - [`Reason::OptionMissing`]: nothing was taken of a group of which something has to be.
/// - [`Reason::OneOption`]: more was taken of a group than one.
pub fn choose(
    groups: &[OptionGroup],
    wanted: &[WantedChoice],
) -> Result<Vec<ChosenOption>, Reason> {
    let mut chosen = Vec::with_capacity(wanted.len());
    for group in groups {
        let before = chosen.len();
        for choice in &group.fields.choices {
            let id = group.choice_id(choice);
            if wanted.iter().any(|wanted| wanted.choice == id) {
                chosen.push(ChosenOption {
                    choice: id,
                    name: choice.name.clone(),
                    price: choice.price,
                });
            }
        }
        let taken = chosen.len() - before;
        if taken == 0 && group.fields.required {
            return Err(Reason::OptionMissing);
        }
        if taken > 1 && group.fields.selection == Selection::One {
            return Err(Reason::OneOption);
        }
    }
    let is_known =
        |wanted: &WantedChoice| chosen.iter().any(|chosen| chosen.choice == wanted.choice);
    match wanted.iter().all(is_known) {
        true => Ok(chosen),
        false => Err(Reason::UnknownOption),
    }
}

#[cfg(test)]
#[path = "choose_tests.rs"]
mod tests;
