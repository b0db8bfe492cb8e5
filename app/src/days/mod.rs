//! What the shop's days came to, and closing them.

pub mod closing;
pub mod day_page;
pub mod day_row;
pub mod forms;
pub mod later;
pub mod page;
pub mod tables;
pub mod totals;
pub mod words;

pub use day_page::DayRoute;
pub use forms::FORMS;
pub use page::DaysRoute;
