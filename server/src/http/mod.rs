//! The HTTP side: every route in [`router`], one file for each noun.

mod api_error;
mod auth;
mod forms;
mod health;
mod idempotency;
mod menu;
mod messages;
mod middleware;
mod orders;
mod pages;
mod photos;
mod receipts;
mod sessions;
mod shop_front;
mod shop_page;
mod streams;
mod tickets;
mod web_push;

pub(crate) mod router;
pub(crate) mod state;

pub(crate) use shop_front::ShopFrontCache;
pub(crate) use shop_page::ShopPageCache;
pub(crate) use streams::Streams;
