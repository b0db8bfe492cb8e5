//! Measures Orderbell beside its rivals, in one run on one machine.

mod arrivals;
mod http;
mod number;
mod process;
mod publisher;
mod reader;
mod rivals;
mod scenario;
mod streams;

use anyhow::Result;
use clap::{Parser, Subcommand};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use scenario::Scenario;
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
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: maximum,
            maximum,
        },
    )?;
    let cli = Cli::parse();
    match cli.serve {
        Some(Serve::Floor { address }) => return rivals::floor::serve(address),
        Some(Serve::Axum { address }) => return rivals::axum::serve(address),
        None => {}
    }
    let s = |streams, rate, seconds, at_once| Scenario {
        streams,
        rate,
        seconds,
        at_once,
    };
    for scenario in [
        s(1000, 10, 6, false),
        s(5000, 10, 6, false),
        s(9000, 10, 6, true),
        s(1000, 50, 6, false),
        s(5000, 200, 3, false),
    ] {
        println!("{scenario:?}");
        for rival in rivals::RIVALS {
            if !cli.only.is_empty() && !cli.only.iter().any(|n| n == rival.name) {
                continue;
            }
            match (rival.start)().and_then(|server| scenario.run(&server)) {
                Ok(m) => println!(
                    "{:12} cpu {:6.2} us  p50 {:8.2} ms p99 {:8.2} max {:8.2}  {:.0}/s mem {} open {:?}/{}/{} missing {} dis {} ended {} bytes/read {:.0} events/read {:.2}",
                    rival.name,
                    m.cpu,
                    m.arrivals.latency.value_at_quantile(0.5) as f64 / 1e3,
                    m.arrivals.latency.value_at_quantile(0.99) as f64 / 1e3,
                    m.arrivals.latency.max() as f64 / 1e3,
                    m.arrivals.latency.len() as f64 / m.took.as_secs_f64(),
                    m.memory,
                    m.opening.took,
                    m.opening.late,
                    m.opening.refused,
                    m.missing,
                    m.arrivals.disordered,
                    m.arrivals.ended,
                    m.arrivals.bytes as f64 / m.arrivals.reads as f64,
                    m.arrivals.count as f64 / m.arrivals.reads as f64
                ),
                Err(e) => println!("{:12} {e:#}", rival.name),
            }
        }
    }
    Ok(())
}
