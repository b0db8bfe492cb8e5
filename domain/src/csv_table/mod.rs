//! Tables (CSV), as spreadsheets open them.

mod cell;
mod write;

pub(crate) use cell::unguarded;
pub use write::to_csv_rows;
