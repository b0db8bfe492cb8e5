//! Tells the server what the page has shown to its user.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(not(feature = "hydrate"))]
mod ssr;
pub mod unacknowledged;

#[cfg(feature = "hydrate")]
pub use browser::open;
#[cfg(not(feature = "hydrate"))]
pub use ssr::open;
