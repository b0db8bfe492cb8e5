//! The menu as a table (CSV): written, read back, and what reading it back would change.
//!
//! | module | what it holds |
//! |---|---|
//! | `column` | what the table says of a dish |
//! | `write` | the menu as a table |
//! | `decode`, `read` | a file, as rows |
//! | `row` | one row, as what it would make of a dish |
//! | `place` | the category that a row names |
//! | `plan`, `import` | what a whole table would change, and what is done then |
//! | `seen` | what the menu was when somebody agreed to it |
//! | `error` | what is wrong with a file, with a row, with an import |

mod column;
mod decode;
mod error;
mod import;
mod place;
mod plan;
#[cfg(test)]
mod plan_tests;
mod read;
mod row;
mod seen;
mod write;

pub use column::Column;
pub use decode::{MAX_BYTES, decode};
pub use error::{ImportError, RowFault, RowReason, SheetError};
pub use import::{AddedItem, CellChange, ChangedItem, Imported, MenuImport};
pub use place::Place;
pub use plan::ImportPlan;
pub use read::MAX_ROWS;
pub use seen::{Seen, SeenItem};
pub use write::to_csv;
