//! What the tests of this crate share.

pub(crate) mod harness;
pub(crate) mod memory_log;
pub(crate) mod narrow;
pub(crate) mod schedule;
#[cfg(feature = "model")]
pub(crate) mod shuttle;
