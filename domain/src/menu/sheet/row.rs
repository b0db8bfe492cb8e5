//! One row, as what it would make of a dish.

use super::{Column, Place, RowReason, column::Dish, place::Places, read::Sheet};
use crate::{
    language::Localized,
    menu::{Category, Item, ItemDraft, ItemFields, Mark},
    money::Currency,
    validation::{FieldError, Reason, ValidationErrors},
};
use csv::StringRecord;
use strum::VariantArray;

/// A fault, and at which cell.
pub(super) type Fault = (Option<Column>, RowReason);

/// What a row makes of a dish.
pub(super) struct Wanted {
    pub(super) place: Place,
    pub(super) fields: ItemFields,
    pub(super) visible: bool,
}

/// The dish that a row is about, as it is now.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) category: &'a Category,
    pub(super) item: &'a Item,
}

/// Checks a row by the rules of the form of a dish. What the table has no column for
/// stays as it is, or as it is in an empty form.
pub(super) fn wanted(
    sheet: &Sheet,
    cells: &StringRecord,
    known: Option<Known<'_>>,
    places: &mut Places<'_>,
    currency: Currency,
) -> Result<Wanted, Vec<Fault>> {
    let value = |column: Column| match (sheet.cell(cells, column), known) {
        (Some(cell), _) => cell.to_owned(),
        (None, Some(known)) => column.cell(&known.dish(currency)),
        (None, None) => String::new(),
    };
    let separators = [' ', ',', ';', '|', '，', '、', '；', '\u{3000}'];
    let marks = value(Column::Marks).to_lowercase();
    let marks = marks.split(separators).filter(|mark| !mark.is_empty());
    let draft = ItemDraft {
        // The category is named, and may be a new one.
        category: "0".to_owned(),
        name_zh: value(Column::NameZh),
        name_en: value(Column::NameEn),
        description_zh: value(Column::DescriptionZh),
        description_en: value(Column::DescriptionEn),
        price: value(Column::Price),
        stock: value(Column::Stock),
        marks: marks.map(str::to_owned).collect(),
        // The table has no column for them.
        options: known.map_or_else(Vec::new, |known| {
            let options = known.item.fields.options.iter();
            options.map(ToString::to_string).collect()
        }),
    };
    let mut faults = Vec::new();
    let visible = visible(&value(Column::Hidden));
    if visible.is_none() {
        faults.push(fault(Some(Column::Hidden), Reason::NotAChoice));
    }
    let fields = draft.parse(currency);
    if let Err(ValidationErrors(wrong)) = &fields {
        faults.extend(wrong.iter().map(of_field));
    }
    // A new category is noted only for a row that is sound.
    let place = match faults.is_empty() {
        true => place(sheet, &value, known, places).map_err(|fault| faults.push(fault)),
        false => Err(()),
    };
    match (place, fields, visible) {
        (Ok(place), Ok((_, fields)), Some(visible)) => Ok(Wanted {
            place,
            fields: ItemFields {
                marks: in_order(&fields.marks),
                ..fields
            },
            visible,
        }),
        _ => Err(faults),
    }
}

fn place(
    sheet: &Sheet,
    value: &impl Fn(Column) -> String,
    known: Option<Known<'_>>,
    places: &mut Places<'_>,
) -> Result<Place, Fault> {
    let own = known.map(|known| known.category);
    let is_named = sheet.has(Column::CategoryZh) || sheet.has(Column::CategoryEn);
    if let (false, Some(own)) = (is_named, own) {
        return Ok(Place::Known(own.id));
    }
    // A name of which the table has one language is that one.
    let named = |column| match sheet.has(column) {
        true => value(column),
        false => String::new(),
    };
    let (zh, en) = (named(Column::CategoryZh), named(Column::CategoryEn));
    places
        .find(&zh, &en, own)
        .map_err(|ValidationErrors(wrong)| {
            let first = wrong.first().map(of_field);
            let (name, reason) = first.unwrap_or(fault(None, Reason::Blank));
            let column = match name {
                Some(Column::NameEn) => Column::CategoryEn,
                _ => Column::CategoryZh,
            };
            (Some(column), reason)
        })
}

/// Whether customers see it; nothing says yes.
fn visible(hidden: &str) -> Option<bool> {
    match hidden.to_lowercase().as_str() {
        "" | "no" | "n" | "false" | "0" | "否" => Some(true),
        "yes" | "y" | "true" | "1" | "x" | "是" => Some(false),
        _ => None,
    }
}

fn fault(column: Option<Column>, reason: Reason) -> Fault {
    (column, RowReason::Value(reason))
}

fn of_field(error: &FieldError) -> Fault {
    fault(Column::of(error.field), error.reason)
}

fn in_order(chosen: &[Mark]) -> Vec<Mark> {
    let marks = Mark::VARIANTS.iter().copied();
    marks.filter(|mark| chosen.contains(mark)).collect()
}

impl<'a> Known<'a> {
    /// The dish as a row has it.
    pub(super) fn dish(&self, currency: Currency) -> Dish<'a> {
        Dish {
            id: Some(self.item.id.0),
            category: &self.category.name,
            fields: &self.item.fields,
            visible: self.item.visible,
            currency,
        }
    }
}

impl Wanted {
    /// The dish as a row has it.
    pub(super) fn dish<'a>(
        &'a self,
        id: Option<i64>,
        category: &'a Localized,
        currency: Currency,
    ) -> Dish<'a> {
        Dish {
            id,
            category,
            fields: &self.fields,
            visible: self.visible,
            currency,
        }
    }
}
