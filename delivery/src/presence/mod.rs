//! Which streams are open, whose they are, since when, and from where; and how
//! they are ended.

mod close_handle;
pub mod connection;
mod open_streams;
pub mod registration;
pub mod registry;
mod summary;
#[cfg(test)]
mod tests;

pub use connection::{Connection, NewConnection, Reader};
pub use registration::Registration;
pub use registry::StreamRegistry;
