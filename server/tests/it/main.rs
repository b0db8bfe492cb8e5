//! The server from outside: the real program on a port of its own with a fresh
//! database, and a real HTTP client that reads real streams.

mod access;
mod delivery;
mod lifecycle;
mod messages;
mod orders;
mod pages;
mod support;
