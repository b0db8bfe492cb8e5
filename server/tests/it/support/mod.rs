//! What the tests stand on.

mod database;
mod server;
mod slow_reader;
mod stream;

pub(crate) use database::Database;
pub(crate) use server::{Admin, Server, order};
pub(crate) use slow_reader::SlowReader;
pub(crate) use stream::Stream;
