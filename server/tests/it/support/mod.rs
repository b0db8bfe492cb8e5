//! What the tests stand on.

mod server;
mod stream;

pub(crate) use server::{Server, order};
pub(crate) use stream::Stream;
