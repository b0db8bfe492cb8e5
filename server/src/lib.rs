//! What runs: configuration, HTTP routes, sockets, and the wiring of the store
//! and the streams.
//!
//! | module | what it holds |
//! |---|---|
//! | `config` | the command line |
//! | `commands` | what the commands do |
//! | `backend` | what the shop is kept in |
//! | `http` | routes, errors, who calls |
//! | `subscriptions` | what the shop's streams tell, and to whom |
//! | `background` | what goes on without anybody asking |
//! | `channels` | what leaves the shop when nobody looks |
//! | `net` | listening, TLS, and connections that end when nobody reads |
//! | `open_files` | how many connections there may be |
//! | `limit` | how often something may be done, for each who does it |
//! | `order_limit`, `look_up_limit` | how many orders one address may place, and how often look for one |
//! | `sign_in_limit` | what stands in the way of those who guess passwords |
//! | `outbound` | requests that the server makes itself, and to where not |
//! | `print` | a client of the shop that prints its orders |
//! | `web_push` | sending to devices whose pages are closed |
//! | `clock`, `crypto`, `signals` | time, secrets, what the system tells |
//! | `logging`, `metrics` | what it says, and counts, for those who run it |

mod backend;
mod background;
mod channels;
mod clock;
#[cfg(test)]
mod clock_set_back_tests;
mod commands;
mod config;
mod crypto;
mod http;
mod limit;
mod logging;
mod look_up_limit;
mod metrics;
mod net;
mod open_files;
mod order_limit;
mod origin;
mod outbound;
mod print;
mod sign_in_limit;
mod signals;
mod subscriptions;
mod web_push;

use clap::Parser;
use std::process::ExitCode;

/// Does what the command line says, and says how that went.
pub async fn main() -> ExitCode {
    let cli = config::Cli::parse();
    logging::start(&cli.log);
    match commands::run(cli).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("orderbell: {error}");
            ExitCode::FAILURE
        }
    }
}
