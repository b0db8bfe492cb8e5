//! The server from outside: the real program on a port of its own with a fresh
//! database, and a real HTTP client that reads real streams.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that can't go on has failed"
)]

mod access;
mod chaos;
#[cfg(debug_assertions)]
mod crash;
mod cursors;
mod delivery;
mod faults;
mod lifecycle;
mod messages;
mod orders;
mod pages;
mod recent;
mod restore;
mod retention;
mod support;
