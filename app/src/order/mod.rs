//! An order's page, for whoever has its link.

#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pay;
pub mod progress;

#[cfg(feature = "ssr")]
pub use page::OrderRoute;
pub use progress::Progress;

/// The page of the order with that token.
pub fn order_path(token: &str) -> String {
    format!("/orders/{token}")
}
