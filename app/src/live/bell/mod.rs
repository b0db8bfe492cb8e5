//! A stream of which nothing matters but that something happened: the page then fetches what
//! there is. It takes a part of what [`connection`](super::connection) does, and is small, for
//! a page that is loaded by everybody.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod source;

#[cfg(feature = "hydrate")]
pub use browser::follow;

/// On the server nothing rings.
#[cfg(not(feature = "hydrate"))]
pub fn follow(_: &str, _: Option<delivery::Cursor>, _: impl Fn() + 'static) {}
