//! How JSON is read: by `serde_json` on the server, and by the browser itself in the browser.
//!
//! What is read there are snapshots, events and answers. With `serde_json` that was a fifth of
//! the back office's WebAssembly ([why](../../../docs/adr/0033-the-browser-reads-json.md)).

mod answer;
#[cfg(not(feature = "ssr"))]
mod browser;
mod in_page;

pub use answer::{JsonText, TextEncoding};
use serde::{Serialize, de::DeserializeOwned};
use std::marker::PhantomData;

#[cfg(not(feature = "ssr"))]
pub use browser::Error;
#[cfg(feature = "ssr")]
pub use serde_json::Error;
#[cfg(not(feature = "ssr"))]
pub(crate) use {browser::read_as, in_page::from_page};
#[cfg(feature = "ssr")]
pub(crate) use {
    delivery::json::read_as,
    in_page::{escaped, in_page},
};

/// What a text says.
///
/// # Errors
/// It says something else.
pub(crate) fn read<Value: DeserializeOwned>(text: &str) -> Result<Value, Error> {
    read_as(PhantomData, text)
}

/// The text that says it; `None` if there is no way to say it in JSON.
pub(crate) fn written(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}
