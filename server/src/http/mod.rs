//! The HTTP side: every route in [`router`], one file for each noun.

mod api_error;
mod auth;
mod health;
mod idempotency;
mod language;
mod menu;
mod messages;
mod middleware;
mod order_form;
mod orders;
mod pages;
mod receipts;
mod sessions;
mod streams;
mod tickets;

pub(crate) mod router;
pub(crate) mod state;

pub(crate) use streams::Streams;
