//! An order's page, for whoever has its link.

pub mod page;
pub mod pay;
pub mod progress;

pub use page::OrderRoute;
pub use progress::Progress;

/// The page of the order with that token.
pub fn order_path(token: &str) -> String {
    format!("/orders/{token}")
}
