//! Reads JSON in the browser: `JSON.parse` parses it, and Serde takes out of the objects what it
//! needs.
//!
//! An object is read as the sequence of those fields that a struct names, so the code that would
//! look at names in any order is not in the WebAssembly, and what a newer server adds is passed
//! over. Errors have no text, since nobody would see it: what formats them is left out, too.

mod error;
mod value;

pub use error::Error;
pub(crate) use value::read_as;
