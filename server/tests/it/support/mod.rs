//! What the tests stand on.

mod server;
mod stream;

pub(crate) use server::{Admin, Server, order};
pub(crate) use stream::Stream;
