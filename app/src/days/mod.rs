//! What the shop's days came to, and closing them.

pub mod closing;
pub mod day_page;
pub mod day_row;
pub mod forms;
pub mod later;
pub mod page;
pub mod routes;
pub mod tables;
pub mod totals;
pub mod words;

pub use forms::FORMS;
pub use routes::DaysRoutes;
