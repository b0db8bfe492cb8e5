//! The program `orderbell`.

use std::{num::NonZero, process::ExitCode, thread::available_parallelism};
use tokio::runtime::Builder;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::expect_used, reason = "nothing has begun yet")]
fn main() -> ExitCode {
    let runtime = Builder::new_multi_thread()
        .worker_threads(workers())
        .enable_all()
        .build()
        .expect("the system has threads and an event queue to give");
    runtime.block_on(server::main())
}

/// How many threads tasks run on. SQLite has threads of its own, which are busy whenever
/// something happens: a processor is left to them.
fn workers() -> usize {
    let processors = available_parallelism().map_or(1, NonZero::get);
    processors.saturating_sub(1).max(1)
}
