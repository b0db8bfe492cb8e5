//! What the tests stand on.

mod admin;
mod burst;
pub(crate) mod client;
mod database;
mod follower;
pub(crate) mod pages;
pub(crate) mod pictures;
mod printer;
mod printer_client;
mod process;
mod proxy;
mod push_service;
pub(crate) mod raw;
mod receiver;
mod seed;
mod server;
mod slow_reader;
mod smtp;
mod stream;

pub(crate) use admin::Admin;
pub(crate) use database::Database;
pub(crate) use follower::Follower;
pub(crate) use printer::Printer;
pub(crate) use printer_client::PrinterClient;
pub(crate) use process::PASSWORD;
pub(crate) use proxy::Proxy;
pub(crate) use push_service::{Device, PushService, Received};
pub(crate) use raw::RawStream;
pub(crate) use receiver::{Receiver, Reply, Request};
pub(crate) use seed::{count_of, seeded};
pub(crate) use server::{Server, order};
pub(crate) use slow_reader::SlowReader;
pub(crate) use smtp::MailServer;
pub(crate) use stream::{Event, Stream};
