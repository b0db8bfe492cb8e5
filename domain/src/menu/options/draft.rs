//! What somebody types of a group of options, checked once.

use super::{OptionChoice, OptionGroup, OptionGroupFields, Selection};
use crate::{
    menu::draft::{parse_name_at, parse_price},
    money::{Currency, Money},
    validation::{Field, Reason, ValidationErrors},
};

/// The most choices of a group.
pub const MAX_CHOICES: u8 = 12;
/// The most groups of options that a shop has.
pub const MAX_OPTION_GROUPS: usize = 100;

/// A group of options as it was typed, with nothing checked yet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct OptionGroupDraft {
    /// The name in Chinese; blank for that in English.
    pub name_zh: String,
    /// The name in English; blank for that in Chinese.
    pub name_en: String,
    /// The name of a [`Selection`].
    pub selection: String,
    /// Whether at least one has to be taken.
    pub required: bool,
    /// The rows of choices, blank ones too; at most [`MAX_CHOICES`] are read.
    pub choices: Vec<ChoiceDraft>,
    /// The places of the rows that are chosen at first, from 0.
    pub defaults: Vec<String>,
}

/// A choice as it was typed. One without a name and a price is none.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct ChoiceDraft {
    /// Its number; blank for a new one.
    pub number: String,
    /// The name in Chinese; blank for that in English.
    pub name_zh: String,
    /// The name in English; blank for that in Chinese.
    pub name_en: String,
    /// What it adds to the price, in major units; blank for nothing.
    pub price: String,
}

impl OptionGroupDraft {
    /// Checks what was typed. A new choice has the number 0: see
    /// [`OptionGroupFields::numbered`].
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(&self, currency: Currency) -> Result<OptionGroupFields, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let name_fields = (Field::NameZh, Field::NameEn);
        let name = parse_name_at(name_fields, (&self.name_zh, &self.name_en), &mut faults);
        let selection = self.selection.parse().map_err(|_| Reason::NotAChoice);
        let selection = faults.check(Field::Selection, selection);
        let mut choices = Vec::new();
        for (place, row) in (0..MAX_CHOICES).zip(&self.choices) {
            if !row.is_blank() {
                let is_default = self.defaults.contains(&place.to_string());
                choices.extend(row.parse(place, is_default, currency, &mut faults));
            }
        }
        if choices.is_empty() && faults.is_empty() {
            faults.add(Field::ChoiceNameZh(0), Reason::Blank);
        }
        let defaults = choices.iter().filter(|choice| choice.is_default).count();
        if selection == Some(Selection::One) && defaults > 1 {
            faults.add(Field::Defaults, Reason::OneOption);
        }
        match (name, selection) {
            (Some(name), Some(selection)) if faults.is_empty() => Ok(OptionGroupFields {
                name,
                selection,
                required: self.required,
                choices,
            }),
            _ => Err(faults),
        }
    }
}

impl ChoiceDraft {
    fn is_blank(&self) -> bool {
        let texts = [&self.name_zh, &self.name_en, &self.price];
        texts.into_iter().all(|text| text.trim().is_empty())
    }

    fn parse(
        &self,
        place: u8,
        is_default: bool,
        currency: Currency,
        faults: &mut ValidationErrors,
    ) -> Option<OptionChoice> {
        let name_fields = (Field::ChoiceNameZh(place), Field::ChoiceNameEn(place));
        let name = parse_name_at(name_fields, (&self.name_zh, &self.name_en), faults);
        let price = match self.price.trim() {
            "" => Ok(Money::ZERO),
            typed => parse_price(typed, currency),
        };
        let price = faults.check(Field::ChoicePrice(place), price);
        Some(OptionChoice {
            number: self.number.parse().unwrap_or(0),
            name: name?,
            price: price?,
            is_default,
        })
    }
}

impl OptionGroupFields {
    /// Gives each choice that `known` does not have a number that no choice of the group
    /// had before, and tells the highest that was given out.
    pub fn numbered(mut self, known: Option<&OptionGroup>) -> (Self, u32) {
        let mut last = known.map_or(0, |group| group.last_choice);
        let choices = known.map_or(&[][..], |group| &group.fields.choices);
        let mut left: Vec<u32> = choices.iter().map(|choice| choice.number).collect();
        for choice in &mut self.choices {
            match left.iter().position(|number| *number == choice.number) {
                Some(place) => _ = left.swap_remove(place),
                None => {
                    last += 1;
                    choice.number = last;
                }
            }
        }
        (self, last)
    }
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
