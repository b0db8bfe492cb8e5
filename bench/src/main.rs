//! Measures Orderbell beside its rivals, in one run on one machine.

mod arrivals;
mod comparison;
mod http;
mod machine;
mod number;
mod orders;
mod plan;
mod process;
mod publisher;
mod reader;
mod rivals;
mod rows;
mod scenario;
mod streams;
mod table;

use anyhow::Result;
use clap::{Parser, Subcommand};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use plan::Plan;
use rivals::{RIVALS, Rival};

use std::net::SocketAddr;

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    serve: Option<Serve>,
    /// Fewer streams and seconds: under a minute in all.
    #[arg(long)]
    quick: bool,
    /// Measures these servers alone, separated by commas.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

/// Servers to measure that are modes of this program.
#[derive(Subcommand)]
enum Serve {
    /// Serves with one thread, and one `send()` for each stream and event.
    Floor { address: SocketAddr },
    /// Serves as axum's documentation does.
    Axum { address: SocketAddr },
}

fn main() -> Result<()> {
    // Each stream is an open file; servers that are started take this over.
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    setrlimit(Resource::RLIMIT_NOFILE, most, most)?;
    let cli = Cli::parse();
    match cli.serve {
        Some(Serve::Floor { address }) => return rivals::floor::serve(address),
        Some(Serve::Axum { address }) => return rivals::axum::serve(address),
        None => {}
    }
    let plan = if cli.quick {
        Plan::quick()
    } else {
        Plan::full()
    };
    let is_wanted =
        |rival: &&Rival| cli.only.is_empty() || cli.only.iter().any(|name| name == rival.name);
    let rivals: Vec<_> = RIVALS.iter().filter(is_wanted).collect();
    println!("{}", comparison::of_orders(plan.orders)?);
    let machine = machine::describe();
    print!(
        "{machine}\n\n{}",
        comparison::of_streams(&plan.scenarios, &rivals)
    );
    Ok(())
}
