//! Server-sent events (WHATWG HTML, section 9.2): the log made audible.
//!
//! | module | what it does |
//! |---|---|
//! | [`frame`] | encodes an event as bytes, once |
//! | [`hub`] | the doorbell: hands encoded events to the open streams |
//! | [`recent`] | the newest events, in memory |
//! | [`sync`] | what the hub is made of |
//! | [`opening`] | how a stream begins |
//! | [`stream`] | one stream: what was missed, from there or the log; then what rings |
//! | [`feed`] | what a stream may tell: the back office's, or one order's |
//! | [`limits`] | how many streams there may be, and for how long |
//! | [`registry`], [`end`] | which streams are open, whose, since when; ending one |
//! | [`messages`] | up to where each user got messages |
//! | [`tally`] | a stream in the metrics |
//! | [`pulse`] | ticks, and word of who is there |
//! | [`clock`] | the time, each second |
//! | [`tickets`] | what opens one stream without a cookie |
//! | [`connections`] | who is there, for people and programs that ask |
//! | [`routes`] | the HTTP side |

#[cfg(test)]
mod chance;
pub(crate) mod clock;
pub(crate) mod connections;
mod end;
pub(crate) mod feed;
pub(crate) mod frame;
pub(crate) mod hub;
pub(crate) mod limits;
pub(crate) mod messages;
#[cfg(test)]
#[cfg(feature = "model")]
mod model;
pub(crate) mod opening;
pub(crate) mod pulse;
#[cfg(test)]
mod reader;
pub(crate) mod recent;
pub(crate) mod registry;
pub(crate) mod routes;
#[cfg(test)]
mod straw;
pub(crate) mod stream;
mod sync;
mod tally;
pub(crate) mod tickets;
