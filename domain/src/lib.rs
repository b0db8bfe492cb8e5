//! What Orderbell is about, free of frameworks and I/O: orders, events,
//! messages, money, the rules that hold for them, and the ports through which
//! the outside is reached. Compiles natively and to WebAssembly.
//!
//! | module | what it holds |
//! |---|---|
//! | [`shop`] | the use cases: what customers and administrators can do |
//! | [`ports`] | the traits that a store, a clock and a vault implement |
//! | [`order`], [`status`], [`new_order`] | an order, its life, and how one comes to be |
//! | [`event`], [`push`] | what the log tells |
//! | [`cursor`], [`history`] | from where to read on, and whether that is of this log |
//! | [`sender`], [`receipt`] | who sends messages, who got and saw them |
//! | [`menu`], [`money`], [`language`], [`time`], [`user`] | the words they are made of |
//! | [`invalid`] | what is wrong with an input, field by field |

pub mod cursor;
pub mod event;
pub mod history;
pub mod invalid;
pub mod language;
pub mod menu;
pub mod money;
pub mod new_order;
pub mod order;
pub mod ports;
pub mod push;
pub mod receipt;
pub mod sender;
pub mod shop;
pub mod status;
pub mod text;
pub mod time;
pub mod user;
