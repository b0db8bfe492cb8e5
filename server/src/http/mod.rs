//! The HTTP side: every route in [`router`], one file for each noun.

pub(crate) mod caller;
pub(crate) mod guard;
mod health;
pub(crate) mod idempotency;
pub(crate) mod language;
pub(crate) mod menu;
pub(crate) mod orders;
pub(crate) mod origins;
pub(crate) mod pages;
pub(crate) mod plain_form;
pub(crate) mod problem;
pub(crate) mod push;
pub(crate) mod receipts;
mod request_id;
pub(crate) mod router;
pub(crate) mod session;
pub(crate) mod tickets;
pub(crate) mod visitor;
