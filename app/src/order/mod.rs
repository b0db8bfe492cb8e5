//! An order's page, for whoever has its link.

pub mod actions;
pub mod alerts;
pub mod forms;
pub mod look_up;
pub mod notes;
pub mod page;
pub mod pay;
pub mod progress;
pub mod rating;
pub mod share;
pub mod steps;
pub mod unknown;

pub use forms::FORMS;
pub use look_up::{LOOK_UP, LookUpRoute};
pub use page::OrderRoute;
pub use progress::Progress;

/// The page of the order with that token.
pub fn order_path(token: &str) -> String {
    format!("/orders/{token}")
}
