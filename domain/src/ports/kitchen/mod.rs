//! The ports through which it is kept what the kitchen has made, and where its board hangs.

mod board;
mod lines;

pub use board::Board;
pub use lines::Kitchen;
