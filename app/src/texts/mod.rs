//! The texts that islands say. They stand in the page, in the visitor's language alone: in
//! the WebAssembly they would be in all languages, and for all pages.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
pub mod server;

#[cfg(not(feature = "ssr"))]
pub(crate) use browser::{read_again, text};
#[cfg(feature = "ssr")]
pub use server::PageTexts;

/// The element that holds them.
const ELEMENT: &str = "texts";
