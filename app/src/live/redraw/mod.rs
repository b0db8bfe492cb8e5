//! Keeps a page live that the server drew: it is asked for once more, and what became
//! another is put in its place.
//!
//! A page says what may change by `data-live="name"`: one element of that name, before and
//! after. What of it stays the same is left alone, with all that the browser knows of it:
//! what is typed, ticked, opened, and where the keyboard is. Elements of a list are known
//! by their `data-key`. The forms of such an element are sent without leaving the page,
//! and it takes what it is answered in the same way. What says
//! `data-live-by="form"` is such an answer, and stays when something happens.

mod redrawing;

#[cfg(feature = "hydrate")]
mod forms;
#[cfg(feature = "hydrate")]
mod morph;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(not(feature = "hydrate"))]
mod ssr;

pub use redrawing::Redrawing;
#[cfg(not(feature = "hydrate"))]
pub use ssr::{is_live, send_forms};
#[cfg(feature = "hydrate")]
pub use {forms::send_forms, page::is_live};
