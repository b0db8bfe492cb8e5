//! The SQLite store: one task writes, a pool reads.
//!
//! | module | what it holds |
//! |---|---|
//! | [`SqliteStore`] | a shop's database: opening and closing it, asking its writer |
//! | `writer` | the one task that writes: group commit, then the bell, then the answers |
//! | `log` | the log of events: appending, reading, pruning; who writes it |
//! | `orders`, `kitchen`, `menu`, `messages`, `users`, `settings`, `audit`, `channels`, `sums` | the SQL of one noun each |
//! | `push_subscriptions` | devices that are told with the page closed, and the key for them |
//! | [`PhotoFolder`] | the photos of dishes, in files beside the database |
//! | `membership` | who has the log open, and so which incarnation it is in |
//! | `private_files` | who may open the database's files |
//! | `failure`, `diagnostics` | what to do when the database fails, in plain words |
//! | [`metrics`] | what is counted |
//! | `crash` | where tests let the program die |
//!
//! It implements the ports of [`domain::ports`] and [`delivery::Log`], and rings
//! a [`delivery::Doorbell`] that it is given. It decides nothing: what an order
//! comes to, and what may become of it, is decided by [`domain`].

mod audit;
mod carts;
mod channels;
mod diagnostics;
mod failure;
mod json;
mod kitchen;
mod log;
mod maintenance;
mod membership;
mod menu;
mod messages;
mod orders;
mod photos;
mod private_files;
mod push_subscriptions;
mod settings;
mod shared_lookup;
mod store;
mod sums;
mod users;
mod writer;

mod crash;
mod customers;
pub mod metrics;

pub use photos::PhotoFolder;
pub use store::{OpenError, SqliteStore};
