//! The program as a process.

use std::{env, ffi::OsString, fs::OpenOptions, path::Path, process::Stdio};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// Everybody's password.
pub(crate) const PASSWORD: &str = "noodles-2026";

/// The program that was built for the tests, or another one to try.
pub(super) fn program() -> OsString {
    env::var_os("ORDERBELL_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_orderbell").into())
}

/// What a database that is new is filled with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Filling {
    /// The demo menu, and the first administrator.
    Demo,
    /// Nothing: the shop has to be set up.
    Nothing,
}

/// Starts it, to die at a step if `crash_at` says which.
pub(super) fn spawn(
    folder: &TempDir,
    database: &Path,
    options: &[String],
    filling: Filling,
    address: &str,
    crash_at: Option<&str>,
) -> Child {
    let log = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.path().join("log"))
        .unwrap();
    let mut command = Command::new(program());
    command.args(["serve", "--timezone", "Asia/Shanghai", "--addr", address]);
    if filling == Filling::Demo {
        command
            .arg("--demo")
            .env("ORDERBELL_ADMIN_PASSWORD", PASSWORD);
    }
    command
        .arg("--database")
        .arg(database)
        .args(options)
        .envs(crash_at.map(|at| ("ORDERBELL_CRASH_AT", at)))
        // No limits but those that a test's options set.
        .env("ORDERBELL_ORDERS_PER_MINUTE_PER_ADDRESS", "0")
        .env("ORDERBELL_ORDERS_PER_HOUR_PER_PHONE", "0")
        .env("ORDERBELL_MIN_FORM_SECONDS", "0")
        .env("ORDERBELL_MAX_STREAMS_PER_ADDRESS", "0")
        .env("ORDERBELL_MAX_STREAMS_PER_USER", "0")
        .stdout(Stdio::piped())
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}

/// Where it listens, once it says so; `None` where it ends before that.
pub(super) async fn url(child: &mut Child) -> Option<String> {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap()?;
    Some(line.strip_prefix("listening on ").unwrap().to_owned())
}
