//! The HTTP side: every route in [`router`], one file for each noun.

mod api_error;
mod auth;
mod body;
mod cors;
mod csrf;
mod health;
mod idempotency;
mod language;
mod menu;
mod messages;
mod order_form;
mod orders;
mod pages;
mod query;
mod receipts;
mod request_id;
mod security_headers;
mod sessions;
mod streams;
mod tickets;

pub(crate) mod router;
pub(crate) mod state;

pub(crate) use streams::Streams;
