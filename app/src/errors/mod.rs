//! How an action fails: one type for server functions, for pages and for the API,
//! and the one place that says which error of the domain becomes which. What an island
//! gets of it is a [`Refusal`], in words.

#[cfg(feature = "ssr")]
mod action_error;
#[cfg(feature = "ssr")]
mod conversions;
#[cfg(feature = "ssr")]
mod customers;
#[cfg(feature = "ssr")]
mod http;
mod refusal;

#[cfg(feature = "ssr")]
pub use action_error::ActionError;
#[cfg(feature = "ssr")]
pub use http::spread;
pub use refusal::{FieldFault, Refusal};
