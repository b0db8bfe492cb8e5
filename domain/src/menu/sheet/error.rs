//! What is wrong with a file, with a row, with an import.

use super::Column;
use crate::{Unavailable, policy::Forbidden, validation::Reason};

/// A file can't be read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is a workbook, as Excel saves it by itself.
    #[error("the file is a workbook")]
    Workbook,
    /// It is in UTF-16, as Excel's "Unicode text" is.
    #[error("the file is in UTF-16")]
    Utf16,
    /// It is in another encoding, such as GBK.
    #[error("the file is not in UTF-8")]
    NotUtf8,
    /// It is too large.
    #[error("the file has more than {max} bytes")]
    TooLarge {
        /// The most bytes that are taken.
        max: usize,
    },
    /// It has too many rows.
    #[error("the file has more than {max} rows")]
    TooManyRows {
        /// The most rows that are taken.
        max: usize,
    },
    /// The first line does not name a column that has to be there.
    #[error("there is no column {}", .0.as_str())]
    NoColumn(Column),
    /// The first line names a column twice.
    #[error("there are two columns {}", .0.as_str())]
    TwoColumns(Column),
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file at which it begins; the first is 1.
    pub line: usize,
    /// Which of its cells; `None` where it is the row as a whole.
    pub column: Option<Column>,
    /// What is wrong.
    pub reason: RowReason,
}

/// Why a row is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowReason {
    /// What would be wrong in the form of a dish too.
    Value(Reason),
    /// No dish has that identity.
    UnknownId,
    /// Another row above has that identity.
    RepeatedId,
    /// It has more or fewer cells than the first line.
    Cells {
        /// How many the first line has.
        expected: usize,
        /// How many it has.
        found: usize,
    },
}

/// Nothing was imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The caller's role does not allow it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The file can't be read.
    #[error(transparent)]
    Unreadable(#[from] SheetError),
    /// Rows are faulty.
    #[error("some rows are faulty")]
    Faulty,
    /// The menu is no longer what it was when somebody agreed to the changes.
    #[error("the menu has changed meanwhile")]
    Outdated,
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}
