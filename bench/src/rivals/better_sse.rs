//! better-sse, a library for Node.

use super::server::Server;
use crate::{
    http::Request,
    process::{Process, folder, free_address},
    publisher::Publish,
};
use anyhow::{Result, ensure};
use std::{path::Path, process::Command, time::Duration};

/// Starts `rivals/better-sse.js`.
///
/// # Errors
/// Node or the library is not installed.
pub(super) fn start() -> Result<Server> {
    let rivals = Path::new(env!("CARGO_MANIFEST_DIR")).join("rivals");
    ensure!(
        rivals.join("node_modules/better-sse").is_dir(),
        "not installed (npm ci)"
    );
    let address = free_address()?;
    let mut node = Command::new("node");
    node.arg(rivals.join("better-sse.js"));
    node.args([address.ip().to_string(), address.port().to_string()]);
    Ok(Server {
        process: Process::start(&mut node, folder()?, address)?,
        address,
        subscribe: Request::new("GET /", address),
        publish: Publish {
            request: Request::new("POST /", address),
            body: str::to_owned,
        },
        pause_per_stream: Duration::ZERO,
    })
}
