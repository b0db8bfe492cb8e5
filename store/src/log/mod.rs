//! The log of events: appending to it, reading it, pruning it.

mod append;
mod prune;
mod read;
mod rows;

pub(crate) use append::append;
pub(crate) use prune::{prune, touch};
pub(crate) use read::head;
pub(crate) use rows::{EventRow, collect, select_events};
