//! Orders of any day, in the back office.

pub mod detail;
pub(crate) mod words;

pub use detail::{FORMS, OrderDetailRoute};
