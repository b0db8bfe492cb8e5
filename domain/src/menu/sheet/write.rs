//! The menu as a table.

use super::{
    cell::guarded,
    column::{Column, Dish},
};
use crate::{menu::Category, money::Currency};
use csv::{Error, Terminator, WriterBuilder};
use strum::VariantArray;

/// The menu as a table, as spreadsheets open it: a mark of UTF-8, the names of the
/// columns, a row for each dish.
///
/// # Errors
/// There is no memory left to write into.
pub fn to_csv(menu: &[Category], currency: Currency) -> Result<Vec<u8>, Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(Column::VARIANTS.iter().map(|column| column.as_str()))?;
    for category in menu {
        for item in &category.items {
            let dish = Dish {
                id: Some(item.id.0),
                category: &category.name,
                fields: &item.fields,
                visible: item.visible,
                currency,
            };
            let cells = Column::VARIANTS.iter().map(|column| column.cell(&dish));
            writer.write_record(cells.map(|cell| guarded(&cell)))?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}
