//! The server with thousands of streams: a program of its own, so that it runs
//! by itself. Its tests take turns.
//!
//! `ORDERBELL_TEST_STREAMS` sets how many streams; `ORDERBELL_BIN` names a
//! release build to measure.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that can't go on has failed"
)]

mod end;
mod storm;
#[path = "../it/support/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "shared with `it`, which uses the rest"
)]
mod support;

use std::env;
use support::Server;
use tokio::sync::{Mutex, MutexGuard};

/// A server that thousands may read from, and how many shall.
async fn crowded() -> (MutexGuard<'static, ()>, Server, usize) {
    static TURN: Mutex<()> = Mutex::const_new(());
    /// What the tests and the server need besides.
    const SPARE: u64 = 200;
    let turn = TURN.lock().await;
    let wanted = env::var("ORDERBELL_TEST_STREAMS").map_or(500, |count| count.parse().unwrap());
    let files = rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let room = usize::try_from(files - SPARE).unwrap();
    if room < wanted {
        println!("only {files} files may be open: {room} streams instead of {wanted}");
    }
    let server = Server::start_with(&["--max-streams", "0", "--max-streams-per-user", "0"]).await;
    (turn, server, wanted.min(room))
}
