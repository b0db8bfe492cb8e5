//! The server from outside: the real program on a port of its own with a fresh
//! database, and a real HTTP client that reads real streams.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that can't go on has failed"
)]

mod access;
mod board;
mod bodies;
mod carts;
mod channels;
mod chaos;
mod clock;
mod connections;
mod counter;
#[cfg(debug_assertions)]
mod crash;
mod cursors;
mod customer_orders;
mod customer_words;
mod delivery;
mod docs;
mod faults;
mod handover;
mod headers;
mod installable;
mod kitchen;
mod last_portion;
mod lifecycle;
mod lifetime;
mod limits;
mod logs;
mod menu;
mod menu_order;
mod menu_table;
mod messages;
mod metrics;
mod network;
mod notices;
mod opening;
mod options;
mod order_edit;
mod order_flow;
mod order_list;
mod order_messages;
mod order_paper;
mod orders;
mod origins;
mod pages;
mod payment_codes;
mod people;
mod personal_data;
mod photos;
mod print;
mod profile;
mod programs;
mod proxy;
mod receipts;
mod recent;
mod restore;
mod retention;
mod roles;
mod search_engines;
mod sessions;
mod settings_file;
mod setup;
mod shop_page;
mod shop_stream;
mod sign_in;
mod sums;
mod support;
mod tickets;
mod tls;
mod together;
mod viewers;
mod web_push;
