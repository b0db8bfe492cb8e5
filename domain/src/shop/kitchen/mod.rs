//! The kitchen, and the board that calls out what is ready.

mod board;
mod lines;
