//! A dish in the order form.

pub mod options;
pub mod photo;
pub mod portion;
pub mod row;
pub mod text;

pub use row::DishRow;
