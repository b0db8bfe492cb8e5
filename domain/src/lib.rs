//! What Orderbell is about, free of frameworks and I/O: orders, messages, users,
//! money, the rules that hold for them, and the ports through which the outside
//! is reached. Compiles natively and to WebAssembly.
//!
//! | module | what it holds |
//! |---|---|
//! | [`shop`] | the use cases: what customers and administrators can do |
//! | [`policy`] | who may do what |
//! | [`audit`] | who changed what, and when |
//! | [`orders`], [`menu`], [`messages`], [`users`], [`settings`] | what they are made of, and what is decided about them |
//! | [`handover`] | how an order gets to whoever ordered it |
//! | [`form_guard`] | whether a form was filled in by a person |
//! | [`kitchen`] | what is to be made, and the board that calls out what is ready |
//! | [`web_push`] | devices that are told with the page closed, and what they are told |
//! | [`channels`] | what leaves the shop when nobody looks |
//! | [`csv_table`] | tables, as spreadsheets open them |
//! | [`events`] | what the log tells, and its codec |
//! | [`sums`] | what the shop's days came to |
//! | [`notices`] | what popped up, to be found again |
//! | [`ports`] | the traits that a store, a clock and the like implement |
//! | [`validation`], [`text`] | what is wrong with an input, field by field |
//! | [`money`], [`language`], [`clock`] | the values that they share |
//!
//! Decisions are pure: a store loads what they need, and executes what they say.

pub mod audit;
pub mod carts;
pub mod channels;
pub mod clock;
pub mod csv_table;
mod currency;
pub mod events;
pub mod form_guard;
pub mod handover;
mod ids;
pub mod kitchen;
pub mod language;
pub mod menu;
pub mod messages;
pub mod money;
pub mod notices;
pub mod orders;
pub mod policy;
pub mod ports;
pub mod settings;
pub mod shop;
pub mod sums;
pub mod text;
pub mod unavailable;
pub mod users;
pub mod validation;
pub mod web_push;

pub use clock::ShopClock;
pub use delivery::{Clock, Cursor, LocalTime, Seq, Timestamp};
pub use unavailable::Unavailable;
