//! The log of events: appending to it, reading it, pruning it.

mod append;
mod extent;
mod prune;
mod read;
mod rows;

pub(crate) use append::append;
pub(crate) use extent::head;
pub(crate) use prune::{prune, touch};

pub(crate) use rows::{EventRow, collect, select_events};
