//! What people see: pages, islands, and the page's end of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`shop`], [`order`], [`desk`], [`board`], [`sign_in`] | a feature each: its pages with their paths, its islands, its server functions |
//! | `kitchen`, `counter`, `setup`, `orders`, `menu`, `people`, `settings`, `channels`, `notices`, `messages`, `profile`, `audit`, `dashboard`, `days` | pages of the back office that the server draws |
//! | `form` | their forms |
//! | [`ui`] | what the pages of all features are made of |
//! | [`live`] | the client of the live stream |
//! | [`erased`] | parts of pages that are in the WebAssembly once |
//! | [`errors`] | how an action fails |
//! | [`json`] | how JSON is read |
//! | [`words`] | texts that take more than a look-up |
//! | `shell` | the HTML document, and the list of features |
//! | `request`, `visitor` | what a page knows of the request, and of who makes it |
//!
//! Pages are drawn on the server. Only what changes without a reload is compiled to
//! WebAssembly (`#[island]`): the live part of the back office. The pages of customers load none:
//! scripts have them drawn again.

// A view's type is as deep as its tree.
#![recursion_limit = "256"]

// Looks a text up in `locales/`, in the language given.
#[cfg(feature = "ssr")]
macro_rules! tr {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        rust_i18n::t!($key, locale = $language.code() $(, $name = $value)*)
    };
}
/// In the browser it is that of the page, whose language it is.
#[cfg(not(feature = "ssr"))]
macro_rules! tr {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        let _: domain::language::Language = $language;
        $crate::texts::text($key, &[$((stringify!($name), $value.to_string())),*])
    }};
}

#[cfg(feature = "ssr")]
rust_i18n::i18n!("locales");

#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod board;
#[cfg(feature = "ssr")]
pub mod channels;
#[cfg(feature = "ssr")]
pub mod counter;
#[cfg(feature = "ssr")]
pub mod dashboard;
#[cfg(feature = "ssr")]
pub mod days;
pub mod desk;
pub mod erased;
pub mod errors;
#[cfg(feature = "ssr")]
pub mod form;
pub mod json;
#[cfg(feature = "ssr")]
pub mod kitchen;
pub mod live;
#[cfg(feature = "ssr")]
pub mod menu;
#[cfg(feature = "ssr")]
pub mod messages;
#[cfg(feature = "ssr")]
pub mod notices;
#[cfg(feature = "ssr")]
pub mod order;
#[cfg(feature = "ssr")]
pub mod orders;
#[cfg(feature = "ssr")]
pub mod people;
#[cfg(feature = "ssr")]
pub mod profile;
#[cfg(feature = "ssr")]
mod request;
#[cfg(feature = "ssr")]
pub mod settings;
#[cfg(feature = "ssr")]
pub mod setup;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod shop;
#[cfg(feature = "ssr")]
pub mod sign_in;
pub mod texts;
pub mod ui;
#[cfg(feature = "ssr")]
pub mod visitor;
pub mod words;
