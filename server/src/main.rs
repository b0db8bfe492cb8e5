//! What runs: HTTP routes, event streams, the SQLite store, sessions.
//!
//! | module | what it holds |
//! |---|---|
//! | [`config`] | the command line |
//! | [`serve`], [`users`], [`keys`] | what the commands do |
//! | [`http`] | routes, pages, errors, who calls |
//! | [`sse`] | the streams |
//! | [`net`] | listening, and connections that end when nobody reads |
//! | [`order_limit`] | how many orders one address may place |
//! | [`store`], [`retention`] | the database, and what of it is kept |
//! | [`clock`], [`vault`], [`signals`] | time, secrets, what the system tells |
//! | [`logging`], [`metrics`] | what it says, and counts, for those who run it |
//! | [`demo`] | a menu to try the program with |
//! | [`crash`] | where tests let it die |

mod clock;
mod config;
mod crash;
mod demo;
mod http;
mod keys;
mod logging;
mod metrics;
mod net;
mod order_limit;
mod retention;
mod serve;
mod signals;
mod sse;
mod state;
mod store;
mod users;
mod vault;

use clap::Parser;
use config::{Cli, Command};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    logging::start(&cli.log);
    let done = match cli.command {
        Command::Serve(options) => serve::run(*options).await,
        Command::User { command } => users::run(command).await,
        Command::Key { command } => keys::run(command).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("orderbell: {error}");
            ExitCode::FAILURE
        }
    }
}
