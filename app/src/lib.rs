//! What people see: pages, islands, and the page's end of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`shop`], [`order`], [`desk`], [`sign_in`] | a feature each: its pages with their paths, its islands, its server functions |
//! | [`ui`] | what the pages of all features are made of |
//! | [`live`] | the client of the live stream |
//! | [`errors`] | how an action fails |
//! | [`words`] | texts that take more than a look-up |
//! | `shell` | the HTML document, and the list of features |
//! | `request`, `visitor` | what a page knows of the request, and of who makes it |
//!
//! Pages are drawn on the server. Only what changes without a reload is compiled to
//! WebAssembly (`#[island]`). In a release each
//! page loads its own island alone; a debug build is not split, so that a plain
//! `cargo leptos watch` works.

// A view's type is as deep as its tree.
#![recursion_limit = "256"]

// Looks a text up in `locales/`, in the language given.
macro_rules! tr {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        rust_i18n::t!($key, locale = $language.code() $(, $name = $value)*)
    };
}

rust_i18n::i18n!("locales");

pub mod desk;
pub mod errors;
pub mod live;
pub mod order;
#[cfg(feature = "ssr")]
mod request;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod shop;
pub mod sign_in;
pub mod ui;
#[cfg(feature = "ssr")]
pub mod visitor;
pub mod words;
