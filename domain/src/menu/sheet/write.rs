//! The menu as a table.

use super::column::{Column, Dish};
use crate::{csv_table::to_csv_rows, menu::Category, money::Currency};
use csv::Error;
use std::iter;
use strum::VariantArray;

/// The menu as a table, as spreadsheets open it: a mark of UTF-8, the names of the
/// columns, a row for each dish.
///
/// # Errors
/// There is no memory left to write into.
pub fn to_csv(menu: &[Category], currency: Currency) -> Result<Vec<u8>, Error> {
    let columns = Column::VARIANTS;
    let head = columns.iter().map(|column| column.as_str().to_owned());
    let dishes = menu.iter().flat_map(|category| {
        category.items.iter().map(move |item| {
            let dish = Dish {
                id: Some(item.id.0),
                category: &category.name,
                fields: &item.fields,
                visible: item.visible,
                currency,
            };
            let cells = columns.iter().map(|column| column.cell(&dish));
            cells.collect::<Vec<_>>()
        })
    });
    to_csv_rows(iter::once(head.collect()).chain(dishes), true)
}
