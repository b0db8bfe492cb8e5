//! Figures as pictures and as tables.

pub mod bars;
pub mod sum_table;

pub use bars::{Bar, Bars};
pub use sum_table::{SumRow, SumTable};
