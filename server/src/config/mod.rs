//! What is configured, and where.

mod cli;
mod parse;
mod print;
mod serve;
mod shop;
mod streams;

pub(crate) use cli::{Cli, Command, KeyCommand, SettingsCommand, UserCommand};
pub(crate) use print::{Print, PrinterAddress, When, Width};
pub(crate) use serve::{Serve, Settings, TlsOptions};
pub(crate) use shop::ShopOptions;
