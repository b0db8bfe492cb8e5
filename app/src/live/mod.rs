//! The client of the live stream.
//!
//! | module | what it holds |
//! |---|---|
//! | [`connection`] | keeps one stream open for as long as the page lives |
//! | [`tabs`] | lets the pages of a browser share streams |
//! | [`event`] | an event of the stream, decoded once |
//! | [`state`] | what the page knows of its connection |
//! | [`update`] | what a page asks of its connection, and what it gets |
//! | [`changed`] | tells the page's scripts that the stream has told something |
//! | [`receipts`] | tells the server what was shown |
//! | [`seen`] | which events something was done about already |
//! | `post` | posting JSON |
//!
//! What does not touch the browser is plain state, and tested natively.

pub mod changed;
pub mod connection;
pub mod event;
#[cfg(feature = "hydrate")]
mod post;
pub mod receipts;
pub mod seen;
pub mod state;
pub mod tabs;
pub mod update;
