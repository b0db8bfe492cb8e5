//! durable-streams-server: a log over HTTP, whose appends are on disk before
//! they are answered.

use super::server::Server;
use crate::{
    http::Request,
    process::{Process, folder, free_address},
    publisher::Publish,
};
use anyhow::{Result, ensure};
use std::{path::Path, process::Command, time::Duration};

/// Starts it with its defaults, and creates a stream.
///
/// # Errors
/// It is not installed.
pub(super) fn start() -> Result<Server> {
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/rivals/bin/durable-streams-server");
    ensure!(
        program.is_file(),
        "not installed (cargo install durable-streams)"
    );
    let folder = folder()?;
    let address = free_address()?;
    let mut serve = Command::new(program);
    serve.arg("--port").arg(address.port().to_string());
    serve.arg("--data-dir").arg(folder.path());
    let process = Process::start(&mut serve, folder, address)?;
    let text = |line| Request::new(line, address).header("content-type", "text/plain");
    text("PUT /events").send(address, "")?;
    Ok(Server {
        process,
        address,
        subscribe: Request::new("GET /events?offset=now&live=sse", address),
        publish: Publish {
            request: text("POST /events"),
            body: str::to_owned,
        },
        pause_per_stream: Duration::ZERO,
    })
}
