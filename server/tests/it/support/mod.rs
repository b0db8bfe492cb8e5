//! What the tests stand on.

mod burst;
pub(crate) mod nginx;
pub(crate) mod raw;
mod server;
mod stream;

pub(crate) use raw::RawStream;
pub(crate) use server::{Admin, Server, order};
pub(crate) use stream::Stream;
