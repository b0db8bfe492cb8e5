//! Measures Orderbell beside its rivals, in one run on one machine.

mod arrivals;

mod http;
mod machine;
mod number;
mod orders;
mod pages;
mod plan;
mod process;
mod publisher;
mod reader;
mod report;
mod rivals;
mod scenario;
mod streams;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use plan::Plan;
use rivals::RIVALS;

use std::{fs, net::SocketAddr, path::PathBuf};

/// What a page has above the results.
const RESULTS: &str = "\n## Results\n";

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    serve: Option<Serve>,
    /// Fewer streams and seconds: under a minute in all.
    #[arg(long)]
    quick: bool,
    /// Measures these servers beside the floor, separated by commas.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Measures the pages that list or count orders alone, where there are so many.
    #[arg(long)]
    many_orders: Option<u32>,
    /// Puts the results into this page, under its heading `Results`.
    #[arg(long)]
    write: Option<PathBuf>,
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
    if let Some(orders) = cli.many_orders {
        print!("{}\n{}", machine::describe(), pages::measure(orders)?);
        return Ok(());
    }
    let plan = if cli.quick {
        Plan::quick()
    } else {
        Plan::full()
    };
    let page = cli.write.map(Page::read).transpose()?;
    // The floor is what the others are compared with.
    let is_wanted =
        |name| name == "floor" || cli.only.is_empty() || cli.only.iter().any(|only| only == name);
    let rivals: Vec<_> = RIVALS
        .iter()
        .filter(|rival| is_wanted(rival.name))
        .collect();
    let results = format!(
        "{}\n{}\n{}",
        machine::describe(),
        report::comparison::of_streams(&plan.scenarios, &rivals),
        report::comparison::of_orders(plan.orders, plan.watchers)?
    );
    print!("{results}");
    page.map_or(Ok(()), |page| page.write(&results))
}

/// A page that shows the results under its last heading.
struct Page {
    file: PathBuf,
    /// What comes before them.
    method: String,
}

impl Page {
    fn read(file: PathBuf) -> Result<Self> {
        let page = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let (method, _) = page
            .split_once(RESULTS)
            .context("the page has no place for results")?;
        Ok(Self {
            method: method.to_owned(),
            file,
        })
    }

    fn write(&self, results: &str) -> Result<()> {
        fs::write(&self.file, format!("{}{RESULTS}\n{results}", self.method))?;
        Ok(())
    }
}
