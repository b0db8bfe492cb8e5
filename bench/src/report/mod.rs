//! What is told of the measurements.

pub(crate) mod comparison;
mod table;
