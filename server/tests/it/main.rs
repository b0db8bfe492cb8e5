//! The server from outside: the real program on a port of its own with a fresh
//! database, and a real HTTP client that reads real streams.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that can't go on has failed"
)]

mod access;
mod clock;
mod connections;
mod delivery;
mod docs;
mod lifecycle;
mod messages;
mod orders;
mod origins;
mod pages;
mod programs;
mod receipts;
mod sessions;
mod support;
mod tickets;
