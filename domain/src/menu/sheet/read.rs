//! A text, as rows.

use super::{Column, RowReason, SheetError};
use crate::csv_table::unguarded;
use csv::{ReaderBuilder, StringRecord};

/// The most rows that are taken.
pub const MAX_ROWS: usize = 5_000;

/// What stands between cells: Excel takes another sign where a comma is part of numbers.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// A table that was read.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The columns that mean something here, each with its place.
    columns: Vec<(usize, Column)>,
    /// The names of the others.
    pub(super) ignored: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row of it, with as many cells as the first line.
#[derive(Debug)]
pub(super) struct Row {
    /// The line at which it begins; the first is 1.
    pub(super) line: usize,
    pub(super) cells: Result<StringRecord, RowReason>,
}

impl Sheet {
    /// The cell of a column; `None` where the table does not have that column.
    pub(super) fn cell<'a>(&self, cells: &'a StringRecord, column: Column) -> Option<&'a str> {
        let (place, _) = self.columns.iter().find(|(_, known)| *known == column)?;
        Some(unguarded(cells.get(*place)?.trim()))
    }

    /// Whether the table has that column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|(_, known)| *known == column)
    }
}

/// Reads a table whose first line names the columns, in any order.
pub(super) fn read(text: &str) -> Result<Sheet, SheetError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        // How many cells a row has is told in our words.
        .flexible(true)
        .from_reader(text.as_bytes());
    let (mut lines, mut records) = (Lines::new(text), reader.records());
    let mut next = || {
        let record = records.next()?.ok()?;
        let start = record.position().map_or(0, csv::Position::byte);
        Some((lines.of(start as usize), record))
    };
    let (_, head) = next().ok_or(SheetError::Empty)?;
    let (columns, ignored) = columns(&head)?;
    let expected = head.len();
    let mut rows = Vec::new();
    while let Some((line, record)) = next() {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == MAX_ROWS {
            return Err(SheetError::TooManyRows { max: MAX_ROWS });
        }
        let cells = match record.len() {
            found if found == expected => Ok(record),
            found => Err(RowReason::Cells { expected, found }),
        };
        rows.push(Row { line, cells });
    }
    Ok(Sheet {
        columns,
        ignored,
        rows,
    })
}

/// What stands between the cells of the first line.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |sign: u8| head.bytes().filter(|byte| *byte == sign).count();
    // Of equals the first.
    let signs = DELIMITERS.into_iter().rev();
    signs.max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

type Columns = (Vec<(usize, Column)>, Vec<String>);

fn columns(head: &StringRecord) -> Result<Columns, SheetError> {
    let (mut columns, mut ignored) = (Vec::new(), Vec::new());
    for (place, name) in head.iter().map(str::trim).enumerate() {
        let Ok(column) = name.parse::<Column>() else {
            ignored.extend((!name.is_empty()).then(|| name.to_owned()));
            continue;
        };
        if columns.iter().any(|(_, known)| *known == column) {
            return Err(SheetError::TwoColumns(column));
        }
        columns.push((place, column));
    }
    match columns.iter().any(|(_, known)| *known == Column::Id) {
        true => Ok((columns, ignored)),
        // Without it every dish would be a new one.
        false => Err(SheetError::NoColumn(Column::Id)),
    }
}

/// Counts lines: the reader counts empty ones to the record behind them.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let (text, at, line) = (text.as_bytes(), 0, 1);
        Self { text, at, line }
    }

    /// The line of what begins at or after that byte, but for line breaks.
    fn of(&mut self, start: usize) -> usize {
        while let Some(byte) = self.text.get(self.at) {
            let is_break = *byte == b'\n';
            if self.at >= start && !is_break {
                break;
            }
            self.line += usize::from(is_break);
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_file_whatever_stands_between() {
        for sign in [",", ";", "\t"] {
            let text = "id,name_zh,mine\n\n1,\"a\nb\",x\n,,\n\n2,'=c\n".replace(',', sign);
            let sheet = read(&text).unwrap();
            assert_eq!(sheet.ignored, ["mine"]);
            let lines: Vec<_> = sheet.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [3, 7], "{sign}");
            let first = sheet.rows[0].cells.as_ref().unwrap();
            assert_eq!(sheet.cell(first, Column::NameZh), Some("a\nb"));
            assert_eq!(sheet.cell(first, Column::Price), None);
            let cells = RowReason::Cells {
                expected: 3,
                found: 2,
            };
            assert_eq!(sheet.rows[1].cells, Err(cells));
        }
    }

    #[test]
    fn the_first_line_names_each_column_once() {
        let refused = |text: &str| read(text).unwrap_err();
        assert_eq!(refused("name_zh\n面"), SheetError::NoColumn(Column::Id));
        assert_eq!(refused("id,ID\n1,1"), SheetError::TwoColumns(Column::Id));
        let many = format!("id\n{}", "1\n".repeat(MAX_ROWS + 1));
        assert_eq!(refused(&many), SheetError::TooManyRows { max: MAX_ROWS });
    }
}
