//! What is said of tables.

use crate::words;
use domain::{
    language::Language,
    menu::sheet::{Column, RowFault, RowReason, SheetError},
    money::Currency,
};

/// What a column holds.
pub fn column(language: Language, column: Column) -> String {
    let text = match column {
        Column::Id => tr!(language, "sheet.id"),
        Column::CategoryZh => tr!(language, "sheet.category_zh"),
        Column::CategoryEn => tr!(language, "sheet.category_en"),
        Column::NameZh => tr!(language, "menu.name_zh"),
        Column::NameEn => tr!(language, "menu.name_en"),
        Column::DescriptionZh => tr!(language, "menu.description_zh"),
        Column::DescriptionEn => tr!(language, "menu.description_en"),
        Column::Price => tr!(language, "sheet.price"),
        Column::Stock => tr!(language, "menu.stock"),
        Column::Marks => tr!(language, "menu.marks"),
        Column::Hidden => tr!(language, "menu.hidden"),
    };
    text.into_owned()
}

/// Why a file can't be read, and what to do about it.
pub fn unreadable(language: Language, error: SheetError) -> String {
    let text = match error {
        SheetError::Empty => tr!(language, "sheet.empty"),
        SheetError::Workbook => tr!(language, "sheet.workbook"),
        SheetError::Utf16 => tr!(language, "sheet.utf16"),
        SheetError::NotUtf8 => tr!(language, "sheet.not_utf8"),
        SheetError::TooLarge { max } => tr!(language, "sheet.too_large", max = max / 1_000),
        SheetError::TooManyRows { max } => tr!(language, "sheet.too_many_rows", max = max),
        SheetError::NoColumn(column) => {
            tr!(language, "sheet.no_column", column = column.as_str())
        }
        SheetError::TwoColumns(column) => {
            tr!(language, "sheet.two_columns", column = column.as_str())
        }
    };
    text.into_owned()
}

/// What is wrong with a row, and where.
pub fn fault(language: Language, fault: &RowFault, currency: Currency) -> String {
    let why = match fault.reason {
        RowReason::Value(reason) => words::reason(language, reason, currency),
        RowReason::UnknownId => tr!(language, "sheet.unknown_id").into_owned(),
        RowReason::RepeatedId => tr!(language, "sheet.repeated_id").into_owned(),
        RowReason::Cells { expected, found } => {
            tr!(language, "sheet.cells", expected = expected, found = found).into_owned()
        }
    };
    let text = match fault.column {
        Some(column) => tr!(
            language,
            "sheet.fault_at",
            line = fault.line,
            column = column.as_str(),
            why = why
        ),
        None => tr!(language, "sheet.fault", line = fault.line, why = why),
    };
    text.into_owned()
}
