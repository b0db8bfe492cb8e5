//! What is told of the measurements.

pub(crate) mod comparison;
pub(crate) mod table;
