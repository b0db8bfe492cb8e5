//! Servers that are modes of this program.

use super::server::Server;
use crate::{
    http::Request,
    process::{Process, folder, free_address},
    publisher::Publish,
};
use anyhow::Result;
use std::{env, process::Command, time::Duration};

/// Starts this program in that mode.
///
/// # Errors
/// It does not start.
pub(crate) fn start(mode: &str) -> Result<Server> {
    let address = free_address()?;
    let mut command = Command::new(env::current_exe()?);
    command.arg(mode).arg(address.to_string());
    Ok(Server {
        process: Process::start(&mut command, folder()?, address)?,
        address,
        subscribe: Request::new("GET /events", address),
        publish: Publish {
            request: Request::new("POST /events", address),
            body: str::to_owned,
        },
        pause_per_stream: Duration::ZERO,
    })
}
