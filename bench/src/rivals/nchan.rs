//! nchan, a module of nginx.

use super::server::Server;
use crate::{
    http::Request,
    process::{Process, folder, free_address},
    publisher::Publish,
};
use anyhow::{Context, Result};
use std::{env, fs, net::SocketAddr, path::Path, process::Command, time::Duration};

/// Where Debian puts it.
const MODULE: &str = "/usr/lib/nginx/modules/ngx_nchan_module.so";

/// Starts nginx with a worker for each processor, and with a buffer for more
/// events than are published.
///
/// # Errors
/// nginx or its module is not installed.
pub(super) fn start() -> Result<Server> {
    fs::metadata(MODULE).context("not installed (apt-get install libnginx-mod-nchan)")?;
    let folder = folder()?;
    let address = free_address()?;
    let file = folder.path().join("nginx.conf");
    fs::write(&file, configuration(folder.path(), address))?;
    let mut nginx = Command::new("nginx");
    // Debian keeps it where only root looks.
    nginx.env("PATH", env::var("PATH").unwrap_or_default() + ":/usr/sbin");
    nginx.arg("-c").arg(file);
    nginx.arg("-e").arg(folder.path().join("log"));
    Ok(Server {
        process: Process::start(&mut nginx, folder, address)?,
        address,
        subscribe: Request::new("GET /events", address).header("accept", "text/event-stream"),
        publish: Publish {
            request: Request::new("POST /publish", address).header("content-type", "text/plain"),
            body: str::to_owned,
        },
        pause_per_stream: Duration::ZERO,
    })
}

fn configuration(folder: &Path, address: SocketAddr) -> String {
    let folder = folder.display();
    format!(
        "load_module {MODULE};
        daemon off;
        worker_processes auto;
        worker_rlimit_nofile 20000;
        pid {folder}/pid;
        error_log {folder}/log warn;
        events {{ worker_connections 18000; }}
        http {{
            access_log off;
            client_body_temp_path {folder}/body;
            proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi;
            uwsgi_temp_path {folder}/uwsgi;
            scgi_temp_path {folder}/scgi;
            tcp_nodelay on;
            keepalive_requests 100000;
            nchan_shared_memory_size 128M;
            server {{
                listen {address};
                location = /publish {{
                    nchan_publisher;
                    nchan_channel_id bench;
                    nchan_message_buffer_length 10000;
                    nchan_message_timeout 1h;
                }}
                location = /events {{
                    nchan_subscriber eventsource;
                    nchan_channel_id bench;
                    nchan_subscriber_first_message newest;
                }}
            }}
        }}"
    )
}
