//! What the tests stand on.

mod raw;
mod server;
mod stream;

pub(crate) use raw::RawStream;
pub(crate) use server::{Admin, Server, order};
pub(crate) use stream::Stream;
