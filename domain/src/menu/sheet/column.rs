//! What the table says of a dish.

use crate::{
    language::Localized,
    menu::{ItemFields, Mark},
    money::Currency,
    validation::Field,
};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A column of the table.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case", ascii_case_insensitive)]
pub enum Column {
    /// The dish's identity; nothing for a new one.
    Id,
    /// The name of its category in Chinese.
    CategoryZh,
    /// The name of its category in English.
    CategoryEn,
    /// Its name in Chinese.
    NameZh,
    /// Its name in English.
    NameEn,
    /// Its description in Chinese.
    DescriptionZh,
    /// Its description in English.
    DescriptionEn,
    /// Its price, in major units.
    Price,
    /// How many there are; nothing for no limit.
    Stock,
    /// The names of its marks.
    Marks,
    /// Whether customers don't see it: `yes`, or nothing.
    Hidden,
}

impl Column {
    /// Its name in the first line of the table, whatever the language.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The column in which the value of that field of a dish stands.
    pub(super) fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::NameZh => Self::NameZh,
            Field::NameEn => Self::NameEn,
            Field::DescriptionZh => Self::DescriptionZh,
            Field::DescriptionEn => Self::DescriptionEn,
            Field::Price => Self::Price,
            Field::Stock => Self::Stock,
            Field::Marks => Self::Marks,
            _ => return None,
        })
    }

    /// What stands in it of a dish.
    pub(super) fn cell(self, dish: &Dish<'_>) -> String {
        let fields = dish.fields;
        match self {
            Self::Id => dish.id.map(|id| id.to_string()).unwrap_or_default(),
            Self::CategoryZh => dish.category.zh.clone(),
            Self::CategoryEn => dish.category.en.clone(),
            Self::NameZh => fields.name.zh.clone(),
            Self::NameEn => fields.name.en.clone(),
            Self::DescriptionZh => fields.description.zh.clone(),
            Self::DescriptionEn => fields.description.en.clone(),
            Self::Price => fields.price.typed(dish.currency),
            Self::Stock => fields
                .stock
                .map(|stock| stock.to_string())
                .unwrap_or_default(),
            Self::Marks => marks(&fields.marks),
            Self::Hidden => if dish.visible { "" } else { "yes" }.to_owned(),
        }
    }
}

/// A dish, as a row of the table has it.
pub(super) struct Dish<'a> {
    pub(super) id: Option<i64>,
    pub(super) category: &'a Localized,
    pub(super) fields: &'a ItemFields,
    pub(super) visible: bool,
    pub(super) currency: Currency,
}

/// Marks in one order, whichever they were chosen in.
fn marks(chosen: &[Mark]) -> String {
    let marks = Mark::VARIANTS.iter().filter(|mark| chosen.contains(mark));
    let names: Vec<_> = marks.map(|mark| mark.as_str()).collect();
    names.join(" ")
}
