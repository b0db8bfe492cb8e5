//! The kitchen: what is to be made, where, and what of it is made; and the board that calls
//! out what is ready.

mod board;
mod by_dish;
mod errors;
#[cfg(test)]
mod fixtures;
mod order;
mod station;
mod tick;

pub use board::{BOARD_HOURS, BoardNumbers, BoardOrder, FRESH_SECONDS, MOST_NUMBERS, ReadyNumber};
pub use by_dish::{Dish, Portion, StationWork};
pub use errors::TickError;
pub use order::{KitchenLine, KitchenNow, KitchenOrder};
pub use station::{Station, stations};
pub use tick::{KnownLine, LineTick, LineTicked};
