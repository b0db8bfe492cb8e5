//! The shop: each event is on disk (`synchronous=FULL`) before it is delivered.

use super::server::Server;
use crate::{
    http::Request,
    process::{Process, folder, free_address},
    publisher::Publish,
};
use anyhow::{Context, Result, ensure};
use std::{env, net::SocketAddr, path::PathBuf, process::Command, time::Duration};

const PASSWORD: &str = "noodles-2026";

/// Starts the shop with the demo menu and without limits.
///
/// # Errors
/// It does not start, or an administrator can't sign in.
pub(crate) fn start() -> Result<Server> {
    let folder = folder()?;
    let database = folder.path().join("shop.db");
    let serve = |address: SocketAddr| {
        let mut serve = Command::new(program());
        serve.arg("serve").args(["--demo", "--heartbeat", "3600"]);
        serve.args(["--max-streams", "0", "--max-streams-per-user", "0"]);
        serve.args(["--max-streams-per-address", "0"]);
        serve.args(["--orders-per-minute-per-address", "0"]);
        serve.args(["--orders-per-hour-per-phone", "0"]);
        serve.arg("--addr").arg(address.to_string());
        serve.arg("--database").arg(&database);
        serve.env("ORDERBELL_ADMIN_PASSWORD", PASSWORD);
        serve.env("ORDERBELL_LOG", "warn");
        Process::start(&mut serve, folder.clone(), address)
    };

    // What checks passwords leaves megabytes that streams would take over
    // uncounted: the one who signs in leaves before the shop that is measured.
    let address = free_address()?;
    let entrance = serve(address)?;
    let cookie = sign_in(address)?;
    drop(entrance);

    let mut key = Command::new(program());
    let key = key.args(["key", "add", "till", "--database"]);
    let key = key.arg(&database).output()?;
    ensure!(key.status.success(), "there is no key: {key:?}");
    let key = String::from_utf8(key.stdout)?;
    let address = free_address()?;
    Ok(Server {
        process: serve(address)?,
        address,
        subscribe: Request::new("GET /sse/subscribe", address).header("cookie", &cookie),
        publish: Publish {
            request: json("POST /sse/push", address)
                .header("authorization", &format!("Bearer {}", key.trim())),
            body: |text| format!(r#"{{"to":null,"title":"bench","text":"{text}"}}"#),
        },
        // The word of who is there, which it says the less often the more there are.
        pause_per_stream: Duration::from_millis(1),
    })
}

/// The cookie of an administrator who signs in to the shop at that address.
///
/// # Errors
/// The shop does not answer, or refuses.
pub(crate) fn sign_in(address: SocketAddr) -> Result<String> {
    let login = format!(r#"{{"username":"admin","password":"{PASSWORD}"}}"#);
    let answer = json("POST /api/session", address).send(address, &login)?;
    let cookie = answer
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: ")?.split(';').next());
    Ok(cookie.context("there is no cookie")?.to_owned())
}

fn json(line: &str, address: SocketAddr) -> Request {
    Request::new(line, address).header("content-type", "application/json")
}

fn program() -> PathBuf {
    env::var_os("ORDERBELL_BIN").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/release/orderbell"),
        PathBuf::from,
    )
}
