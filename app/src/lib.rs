//! What people see: pages, islands, and the page's end of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`shell`] | the HTML document, and which page a path shows |
//! | [`pages`] | one file a page; rendered on the server, no WebAssembly |
//! | [`components`] | what pages are made of; the islands among them come to life |
//! | [`actions`] | the server functions that islands call |
//! | [`live`] | the stream's client: its owner, and the state that events change |
//! | [`words`] | texts that take more than a look-up |
//!
//! A page is an island of life in a sea of HTML: only what has to change
//! without a reload is compiled to WebAssembly (`#[island]`). In a release each
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

pub mod actions;
pub mod components;
pub mod live;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod visitor;
pub mod words;
