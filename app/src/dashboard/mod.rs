//! How today goes, beside the same weekday of last week.

pub mod dishes;
pub mod figure;
pub mod hours;
pub mod page;
pub mod words;

pub use page::DashboardRoute;
