//! A table in Markdown that is as readable as it stands.

use std::fmt::{self, Display, Formatter};

#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with such a head.
    pub(crate) fn new(head: impl IntoIterator<Item = String>) -> Self {
        Self {
            rows: vec![head.into_iter().collect()],
        }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, label: &str, cells: impl IntoIterator<Item = String>) {
        let label = std::iter::once(label.to_owned());
        self.rows.push(label.chain(cells).collect());
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let columns = self.rows.first().map_or(0, Vec::len);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<_> = (0..columns).map(width).collect();
        for (place, row) in self.rows.iter().enumerate() {
            for (column, width) in widths.iter().enumerate() {
                let cell = row.get(column).map_or("", String::as_str);
                match column {
                    0 => write!(f, "| {cell:<width$} ")?,
                    _ => write!(f, "| {cell:>width$} ")?,
                }
            }
            writeln!(f, "|")?;
            if place == 0 {
                for (column, width) in widths.iter().enumerate() {
                    match column {
                        0 => write!(f, "|{:-<1$}", "", width + 2)?,
                        _ => write!(f, "|{:-<1$}:", "", width + 1)?,
                    }
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}
